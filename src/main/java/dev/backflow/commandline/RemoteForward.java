package dev.backflow.commandline;

import org.jspecify.annotations.Nullable;

/**
 * A remote (reverse) port forward as OpenSSH names its parts: the SSH server listens on {@code
 * bindAddress:bindPort}, or on the socket {@code listenPath}, and whoever connects there reaches
 * {@code targetHost:targetPort}, or the socket {@code connectPath}, as seen from the client. What
 * was not given is null.
 *
 * @param bindAddress where the server listens; null when not given, empty when given empty
 * @param bindPort 0 to 65535, 0 meaning "the server chooses", or a higher one that PuTTY asks for
 *     and no server grants; null for a listening socket, and where the line does not show it
 * @param targetHost what the client connects to; null for a dynamic forward or a socket
 * @param targetPort 1 to 65535; null for a dynamic forward or a socket, and where the line does not
 *     show it
 * @param dynamic whether the forward is a reverse SOCKS proxy
 * @param listenPath the Unix socket the server listens on, if any
 * @param connectPath the Unix socket the client connects to, if any
 */
public record RemoteForward(
    @Nullable String bindAddress,
    @Nullable Integer bindPort,
    @Nullable String targetHost,
    @Nullable Integer targetPort,
    boolean dynamic,
    @Nullable String listenPath,
    @Nullable String connectPath) {

  /** A forward of a listening TCP port to a TCP target. */
  public static RemoteForward tcp(
      @Nullable String bindAddress, int bindPort, String targetHost, int targetPort) {
    return new RemoteForward(bindAddress, bindPort, targetHost, targetPort, false, null, null);
  }

  /** A reverse SOCKS proxy on a listening TCP port. */
  public static RemoteForward socks(@Nullable String bindAddress, int bindPort) {
    return new RemoteForward(bindAddress, bindPort, null, null, true, null, null);
  }
}
