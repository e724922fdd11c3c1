package dev.backflow.triage;

import dev.backflow.commandline.Destination;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a deployment knows of itself, checked when it is built. Immutable.
 *
 * <p>Defaults: the private, loopback and link-local networks are its own; no own domains; the
 * public relays and developer ports named in tradecraft section 9; no host is known to be a server.
 */
public final class TriageSettings {
  private static final List<String> PRIVATE_NETWORKS =
      List.of(
          "10.0.0.0/8",
          "172.16.0.0/12",
          "192.168.0.0/16",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "::1/128",
          "fc00::/7",
          "fe80::/10");

  private final List<Network> ownNetworks;
  private final Set<String> ownDomains;
  private final Set<String> relays;
  private final Set<Integer> developerPorts;
  private final Set<String> servers;

  private TriageSettings(Builder b) {
    ownNetworks = b.ownNetworks.stream().map(Network::parse).toList();
    ownDomains = lower(b.ownDomains);
    relays = lower(b.relays);
    developerPorts = Set.copyOf(b.developerPorts);
    servers = lower(b.servers);
  }

  /** Returns the defaults. */
  public static TriageSettings defaults() {
    return builder().build();
  }

  /** Starts from the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns where a destination stands; never asks a resolver. */
  public ServerClass classify(@Nullable Destination destination) {
    if (destination == null || destination.host().isEmpty()) {
      return ServerClass.UNKNOWN;
    }
    String host = destination.host().toLowerCase(Locale.ROOT);
    byte[] address = Addresses.literal(host);
    if (address != null) {
      return isOwn(address) ? ServerClass.OWN : ServerClass.LITERAL_IP;
    }
    if (host.equals("localhost") || isUnder(host, ownDomains)) {
      return ServerClass.OWN;
    }
    return isUnder(host, relays) ? ServerClass.RELAY : ServerClass.NAME;
  }

  boolean isDeveloperPort(int port) {
    return developerPorts.contains(port);
  }

  boolean isServer(@Nullable String hostName) {
    return hostName != null && servers.contains(hostName.toLowerCase(Locale.ROOT));
  }

  private boolean isOwn(byte[] address) {
    byte[] plain = Addresses.unmapped(address);
    return ownNetworks.stream().anyMatch(n -> n.contains(plain));
  }

  private static boolean isUnder(String host, Set<String> domains) {
    return domains.stream().anyMatch(d -> host.equals(d) || host.endsWith("." + d));
  }

  private static Set<String> lower(Collection<String> names) {
    return names.stream()
        .map(n -> n.toLowerCase(Locale.ROOT))
        .collect(java.util.stream.Collectors.toUnmodifiableSet());
  }

  /** Collects settings; what is not set keeps its default. */
  public static final class Builder {
    private Collection<String> ownNetworks = PRIVATE_NETWORKS;
    private Collection<String> ownDomains = List.of();
    private Collection<String> relays =
        List.of("serveo.net", "localhost.run", "pinggy.io", "lhr.life", "srv.us", "tunnelto.dev");
    private Collection<Integer> developerPorts = List.of(7890, 7897, 9000, 9003, 52698);
    private Collection<String> servers = List.of();

    private Builder() {}

    /**
     * Networks whose SSH servers are the deployment's own, in CIDR notation; replaces the private
     * networks of the default.
     *
     * @throws IllegalArgumentException from {@link #build} when one is no network
     */
    public Builder ownNetworks(Collection<String> value) {
      ownNetworks = value;
      return this;
    }

    /** Domains whose hosts are the deployment's own; a domain covers all names under it. */
    public Builder ownDomains(Collection<String> value) {
      ownDomains = value;
      return this;
    }

    /** Domains of public tunnel relays; replaces the shipped list. */
    public Builder relays(Collection<String> value) {
      relays = value;
      return this;
    }

    /** Ports that developers forward on loopback; replaces the shipped list. */
    public Builder developerPorts(Collection<Integer> value) {
      developerPorts = value;
      return this;
    }

    /** Names of hosts that are servers or domain controllers, in any case. */
    public Builder servers(Collection<String> value) {
      servers = value;
      return this;
    }

    /** Checks and builds. */
    public TriageSettings build() {
      return new TriageSettings(this);
    }
  }
}
