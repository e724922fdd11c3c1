package dev.backflow.commandline;

import org.jspecify.annotations.Nullable;

/**
 * The SSH server a line connects to.
 *
 * @param user the login name given on the line, or null
 * @param host name or address as written
 * @param port 1 to 65535; the default (22) when the line gives none
 */
public record Destination(@Nullable String user, String host, int port) {}
