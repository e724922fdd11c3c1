package dev.backflow.triage;

import dev.backflow.commandline.RemoteForward;
import dev.backflow.telemetry.Host;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the forwards of one detection hand out, seen from the host they run on. */
final class Targets {
  private Targets() {}

  /** Returns the widest class among the forwards: SOCKS before other hosts before the own one. */
  static Exposure exposure(Iterable<RemoteForward> forwards, Host host) {
    Exposure widest = Exposure.UNKNOWN;
    for (RemoteForward forward : forwards) {
      Exposure one = exposure(forward, host);
      if (rank(one) > rank(widest)) {
        widest = one;
      }
    }
    return widest;
  }

  static Exposure exposure(RemoteForward forward, Host host) {
    if (forward.dynamic()) {
      return Exposure.SOCKS;
    }
    String target = forward.targetHost();
    if (target == null) {
      return forward.connectPath() == null ? Exposure.UNKNOWN : Exposure.OWN_HOST;
    }
    return isOwn(target, host) ? Exposure.OWN_HOST : Exposure.OTHER_HOST;
  }

  private static boolean isOwn(String target, Host host) {
    if (Addresses.isLoopback(target) || host.ip().contains(target)) {
      return true;
    }
    String name = shortName(host.name());
    return name != null && name.equals(shortName(target)) && Addresses.literal(target) == null;
  }

  private static @Nullable String shortName(@Nullable String name) {
    if (name == null) {
      return null;
    }
    int dot = name.indexOf('.');
    return (dot < 0 ? name : name.substring(0, dot)).toLowerCase(Locale.ROOT);
  }

  private static int rank(Exposure exposure) {
    return switch (exposure) {
      case UNKNOWN -> 0;
      case OWN_HOST -> 1;
      case OTHER_HOST -> 2;
      case SOCKS -> 3;
    };
  }
}
