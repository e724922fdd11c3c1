package dev.backflow.telemetry.source;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which logons matter: those that can have come out of a tunnel, over the network, as a remote
 * desktop or as its unlocking, from loopback or the host itself.
 */
final class Logons {
  static final int NETWORK = 3;
  static final int UNLOCK = 7;
  static final int REMOTE_INTERACTIVE = 10;

  private Logons() {}

  /** Returns whether a logon of this type from this address counts. */
  static boolean counts(@Nullable Integer type, @Nullable String from, List<String> ownAddresses) {
    boolean remote =
        type == null || type == NETWORK || type == UNLOCK || type == REMOTE_INTERACTIVE;
    return remote && from != null && (Network.isLoopback(from) || ownAddresses.contains(from));
  }

  /** Returns a logon type given as a number or by its name in any vendor's spelling. */
  static @Nullable Integer type(@Nullable String value) {
    if (value == null) {
      return null;
    }
    return switch (value.replace("_", "").replace(" ", "").toLowerCase(Locale.ROOT)) {
      case "interactive" -> 2;
      case "network" -> NETWORK;
      case "unlock" -> UNLOCK;
      case "remoteinteractive" -> REMOTE_INTERACTIVE;
      default -> Values.port(value);
    };
  }
}
