package dev.backflow.commandline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What else a line says that triage weighs or a reader wants to know. All text is redacted.
 *
 * @param hops jump hosts in order, from {@code -J}, {@code ProxyJump} or a proxy command
 * @param localForwards {@code -L} and {@code -D} as written: context, never a verdict
 * @param proxyCommand the proxy command, or null
 * @param identityFiles key files named on the line
 * @param configFile the file named by {@code -F}, or the session named by {@code -load}, or null
 * @param hostKeyCheckOff how the check of the server's key is off ({@code
 *     StrictHostKeyChecking=no}, {@code echo y|} ...), or null when it is not
 * @param inlinePassword whether a password stands on the line
 * @param noCommand {@code -N} or its equals: no remote command, only forwards
 * @param background {@code -f}
 * @param remoteCommand the remote command, or null
 */
public record ConnectionFacts(
    List<String> hops,
    List<String> localForwards,
    @Nullable String proxyCommand,
    List<String> identityFiles,
    @Nullable String configFile,
    @Nullable String hostKeyCheckOff,
    boolean inlinePassword,
    boolean noCommand,
    boolean background,
    @Nullable String remoteCommand) {

  /** Nothing known. */
  public static final ConnectionFacts NONE =
      new ConnectionFacts(
          List.of(), List.of(), null, List.of(), null, null, false, false, false, null);

  public ConnectionFacts {
    hops = List.copyOf(hops);
    localForwards = List.copyOf(localForwards);
    identityFiles = List.copyOf(identityFiles);
  }

  /** Returns these facts with another way in which the check of the server's key is off. */
  public ConnectionFacts withHostKeyCheckOff(String how) {
    return new ConnectionFacts(
        hops,
        localForwards,
        proxyCommand,
        identityFiles,
        configFile,
        how,
        inlinePassword,
        noCommand,
        background,
        remoteCommand);
  }
}
