package dev.backflow.telemetry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * ECS {@code host}.
 *
 * @param id the sensor's own id of the machine; the lower-cased name where a source has none
 * @param name as the record gives it, or null (FDR has none)
 * @param osType {@code windows}, {@code linux}, {@code macos}, or null when the record cannot tell
 * @param ip the host's own addresses, as far as the record names them
 * @param os how the source names the operating system
 * @param type what kind of machine the source takes it for, or null
 */
public record Host(
    String id,
    @Nullable String name,
    @Nullable String osType,
    List<String> ip,
    HostOs os,
    @Nullable String type) {
  public Host {
    ip = ip.isEmpty() ? List.of() : List.copyOf(ip);
  }

  /** Returns this host, with these addresses if it has none. */
  public Host orIp(List<String> addresses) {
    return ip.isEmpty() && !addresses.isEmpty()
        ? new Host(id, name, osType, addresses, os, type)
        : this;
  }

  /** A host of which the record tells no more than this. */
  public Host(String id, @Nullable String name, @Nullable String osType, List<String> ip) {
    this(id, name, osType, ip, HostOs.NONE, null);
  }
}
