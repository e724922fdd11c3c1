package dev.backflow.triage;

import dev.backflow.commandline.RemoteForward;
import dev.backflow.telemetry.Host;
import org.jspecify.annotations.Nullable;

/** A forward in a person's words. */
public final class ForwardText {
  private ForwardText() {}

  /**
   * Returns the short name of what is handed out: {@code RDP}, {@code SOCKS}, {@code port 4711}.
   */
  public static String service(RemoteForward forward) {
    if (forward.dynamic()) {
      return "SOCKS";
    }
    Integer port = forward.targetPort();
    return port == null ? "a socket" : Service.name(port);
  }

  /** Returns what is handed out and where it stands, seen from the host. */
  public static String exposed(RemoteForward forward, Host host) {
    if (forward.dynamic()) {
      return "anything this host can reach (reverse SOCKS)";
    }
    if (forward.connectPath() != null) {
      return "the socket " + forward.connectPath();
    }
    String target = endpoint(forward.targetHost(), forward.targetPort());
    boolean own = Targets.exposure(forward, host) == Exposure.OWN_HOST;
    return service(forward) + (own ? " of this host (" : " of another host (") + target + ")";
  }

  /** Returns where the SSH server listens: {@code 0.0.0.0:1251}, {@code port 8080}. */
  public static String listen(RemoteForward forward) {
    if (forward.listenPath() != null) {
      return "socket " + forward.listenPath();
    }
    Integer port = forward.bindPort();
    String number = port == null ? "?" : port == 0 ? "a port of its choice" : port.toString();
    String bind = forward.bindAddress();
    if (bind == null) {
      return port != null && port != 0 ? "port " + number : number;
    }
    return (bind.isEmpty() ? "*" : bracketed(bind)) + ":" + number;
  }

  /** Returns the whole forward, as {@code 0.0.0.0:1251 -> 127.0.0.1:3389 (RDP)}. */
  public static String arrow(RemoteForward forward) {
    if (forward.dynamic()) {
      return listen(forward) + " -> SOCKS";
    }
    if (forward.connectPath() != null) {
      return listen(forward) + " -> " + forward.connectPath();
    }
    return listen(forward)
        + " -> "
        + endpoint(forward.targetHost(), forward.targetPort())
        + " ("
        + service(forward)
        + ")";
  }

  private static String endpoint(@Nullable String host, @Nullable Integer port) {
    return bracketed(host == null ? "" : host) + ":" + (port == null ? "?" : port.toString());
  }

  private static String bracketed(String host) {
    return host.indexOf(':') >= 0 ? "[" + host + "]" : host;
  }
}
