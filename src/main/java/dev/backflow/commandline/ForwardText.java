package dev.backflow.commandline;

import org.jspecify.annotations.Nullable;

/** Says a reverse forward in words. */
public final class ForwardText {
  private ForwardText() {}

  /** Returns, for example, {@code the server's port 8080 leads to localhost:80}. */
  public static String says(RemoteForward forward) {
    return says(forward, false);
  }

  static String says(RemoteForward forward, boolean variable) {
    String text = "reverse forward: the server's " + listen(forward) + " leads " + target(forward);
    return variable
        ? text + " (a variable stands in it, whose value the line does not show)"
        : text;
  }

  private static String listen(RemoteForward forward) {
    if (forward.listenPath() != null) {
      return "socket " + forward.listenPath();
    }
    Integer port = forward.bindPort();
    String number = port == null ? "port" : port == 0 ? "port of its own choice" : "port " + port;
    return forward.bindAddress() == null || forward.bindAddress().isEmpty()
        ? number
        : number + " on " + forward.bindAddress();
  }

  private static String target(RemoteForward forward) {
    if (forward.dynamic()) {
      return "anywhere this host can reach (reverse SOCKS)";
    }
    if (forward.connectPath() != null) {
      return "to the socket " + forward.connectPath();
    }
    return "to " + hostPort(forward.targetHost(), forward.targetPort());
  }

  private static String hostPort(@Nullable String host, @Nullable Integer port) {
    String name = host == null ? "" : host;
    String shown = name.indexOf(':') >= 0 ? "[" + name + "]" : name;
    return port == null ? shown : shown + ":" + port;
  }
}
