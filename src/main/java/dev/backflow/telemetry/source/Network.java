package dev.backflow.telemetry.source;

import dev.backflow.telemetry.Event.Endpoint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shapes of network values that several sources share. */
final class Network {
  static final String EGRESS = "egress";
  static final String INGRESS = "ingress";
  static final String LISTEN = "listen";
  static final String UNKNOWN = "unknown";

  private Network() {}

  /** Returns an endpoint, null when neither address nor port is there. */
  static @Nullable Endpoint endpoint(
      @Nullable String address, @Nullable String port, @Nullable String domain) {
    String given = Values.present(address);
    Integer number = Values.port(port);
    String name = Values.present(domain);
    return given == null && number == null && name == null
        ? null
        : new Endpoint(given, number, name);
  }

  /** Returns ECS {@code network.transport} of an IANA protocol number or a name. */
  static @Nullable String transport(@Nullable String protocol) {
    if (protocol == null) {
      return null;
    }
    return switch (protocol) {
      case "1" -> "icmp";
      case "6" -> "tcp";
      case "17" -> "udp";
      case "58" -> "ipv6-icmp";
      default -> {
        String name = Values.lowered(protocol);
        yield name.startsWith("tcp") ? "tcp" : name.startsWith("udp") ? "udp" : name;
      }
    };
  }

  /** Returns the address of a host's own end, unless that is any address or loopback. */
  static List<String> ownAddress(@Nullable Endpoint local) {
    return ownAddress(local == null ? null : local.address());
  }

  /** Returns a host's own address, unless that is any address or loopback. */
  static List<String> ownAddress(@Nullable String address) {
    boolean own =
        address != null
            && !isLoopback(address)
            && !address.equals("0.0.0.0")
            && !address.equals("::");
    return own ? List.of(address) : List.of();
  }

  /** Returns whether an address is the machine's own loopback, in any of its spellings. */
  static boolean isLoopback(@Nullable String address) {
    if (address == null) {
      return false;
    }
    String a = Values.lowered(address);
    String plain = a.startsWith("::ffff:") ? a.substring("::ffff:".length()) : a;
    return plain.startsWith("127.")
        || plain.equals("::1")
        || plain.equals("0:0:0:0:0:0:0:1")
        || plain.equals("localhost");
  }
}
