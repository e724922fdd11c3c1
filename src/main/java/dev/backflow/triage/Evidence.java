package dev.backflow.triage;

import java.util.Set;

/**
 * What is known about a detection beyond its own record.
 *
 * @param server whether the host is a server or domain controller; false also when unknown
 * @param autostart whether the same tunnel is registered to start by itself on this host
 * @param use whether connections prove use
 * @param socksEndpoints distinct internal endpoints reached through a SOCKS tunnel
 * @param failedAtOnce whether the process ended with failure within 60 s and no SSH connection was
 *     seen
 * @param relatedHosts ids of other hosts of the tenant whose tunnels share the SSH server
 */
public record Evidence(
    boolean server,
    boolean autostart,
    Use use,
    int socksEndpoints,
    boolean failedAtOnce,
    Set<String> relatedHosts) {

  /** Nothing known beyond the record. */
  public static final Evidence NONE = new Evidence(false, false, Use.NOT_SEEN, 0, false, Set.of());

  public Evidence {
    relatedHosts = Set.copyOf(relatedHosts);
  }
}
