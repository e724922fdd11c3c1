package dev.backflow.commandline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The command lines of scp and sftp. They start an ssh of their own and always pass it {@code
 * ClearAllForwardings=yes} (scp.c, sftp.c), so they never forward; what is read here is the server.
 */
final class CopyGrammar {
  private static final String SCP_FLAGS = "12346ABCTdfOpqRrstv";
  private static final String SCP_VALUED = "DFJMPSciloX";
  private static final String SFTP_FLAGS = "1246AafhNpqrvC";
  private static final String SFTP_VALUED = "cDilosSbBFJPRX";
  private static final int DEFAULT_PORT = 22;

  private final List<String> argv;
  private final boolean sftp;
  private final SshState state;
  private final SshConfigOption config;
  private @Nullable Integer optionPort;

  private CopyGrammar(List<String> argv, boolean sftp, StepCount steps) {
    this.argv = argv;
    this.sftp = sftp;
    this.state = new SshState(argv, steps);
    this.config = new SshConfigOption(state);
  }

  static ClientReading read(List<String> argv, boolean sftp, StepCount steps) {
    return new CopyGrammar(argv, sftp, steps).read();
  }

  private ClientReading read() {
    GetOpt getopt =
        new GetOpt(
            argv, 1, sftp ? SFTP_FLAGS : SCP_FLAGS, sftp ? SFTP_VALUED : SCP_VALUED, state.steps);
    for (int letter = getopt.next(); letter != GetOpt.STOP; letter = getopt.next()) {
      option(getopt, letter);
    }
    HostWord server = server(argv.subList(getopt.nextIndex(), argv.size()));
    if (server == null) {
      state.refuseLine("the line names no server");
    }
    Destination destination = destination(server);
    return new ClientReading(
        Program.OPENSSH,
        state.outcome,
        List.of(),
        state.remote,
        state.reverseAsked,
        (sftp ? "sftp" : "scp") + " tells its ssh to drop every forward",
        state.outcome instanceof Outcome.Connects ? destination : null,
        destination,
        new ConnectionFacts(
            state.hops,
            List.of(),
            state.proxyCommand,
            state.identities,
            state.configFile,
            null,
            false,
            false,
            false,
            null),
        null,
        state.meanings);
  }

  private void option(GetOpt getopt, int letter) {
    int at = getopt.valueIndex();
    switch (letter) {
      case 'o' -> config.apply(at, getopt.value());
      case 'P' -> {
        optionPort = Numbers.port(getopt.value());
        state.says(at, "port of the SSH server");
      }
      case 'i' -> {
        state.identities.add(getopt.value());
        state.says(at, "key file");
      }
      case 'F' -> {
        state.configFile = getopt.value();
        state.says(at, "configuration file");
      }
      case GetOpt.UNKNOWN, GetOpt.NO_VALUE -> state.refuse(getopt.optionIndex(), "unknown option");
      default -> {
        if (getopt.optionIndex() == at) {
          state.says(at, "option of the copy");
        } else {
          state.says(getopt.optionIndex(), "option of the copy, its value follows");
          state.says(at, "its value");
        }
      }
    }
  }

  private @Nullable Destination destination(@Nullable HostWord server) {
    if (server == null) {
      return null;
    }
    if (server.user() != null) {
      state.setUser(server.user());
    }
    if (server.port() != null) {
      state.setPort(server.port());
    } else if (optionPort != null) {
      state.setPort(optionPort);
    }
    String host = state.hostName == null ? server.host() : state.hostName;
    int port = state.port == null || state.port <= 0 ? DEFAULT_PORT : state.port;
    return new Destination(state.user, Addresses.canonical(host), port);
  }

  /** The first word that names a server: a source's, or the target's when every source is local. */
  private @Nullable HostWord server(List<String> words) {
    for (String word : words) {
      HostWord server = sftp ? sftpServer(word) : scpServer(word);
      if (server != null) {
        return server;
      }
    }
    return null;
  }

  private static @Nullable HostWord scpServer(String word) {
    if (word.startsWith("scp://")) {
      return uri(word.substring("scp://".length()));
    }
    int colon = colon(word);
    return colon < 0 ? null : userHost(word.substring(0, colon));
  }

  private static @Nullable HostWord sftpServer(String word) {
    if (word.startsWith("sftp://")) {
      return uri(word.substring("sftp://".length()));
    }
    int colon = colon(word);
    return userHost(colon < 0 ? word : word.substring(0, colon));
  }

  private static @Nullable HostWord uri(String rest) {
    int slash = rest.indexOf('/');
    return HostWord.destination("ssh://" + (slash < 0 ? rest : rest.substring(0, slash)));
  }

  private static @Nullable HostWord userHost(String text) {
    HostWord word = HostWord.destination(text);
    if (word == null || !word.host().startsWith("[") || !word.host().endsWith("]")) {
      return word;
    }
    String bare = word.host().substring(1, word.host().length() - 1);
    return new HostWord(word.user(), bare, word.port());
  }

  /** Returns the colon between host and path, or -1: a drive letter or a path has none. */
  private static int colon(String word) {
    boolean drive =
        word.length() > 1 && word.charAt(1) == ':' && Character.isLetter(word.charAt(0));
    if (word.startsWith(":") || drive) {
      return -1;
    }
    boolean bracket = word.startsWith("[");
    for (int i = 0; i < word.length(); i++) {
      char next = i + 1 < word.length() ? word.charAt(i + 1) : Cursor.END;
      bracket |= word.charAt(i) == '@' && next == '[';
      if (bracket && word.charAt(i) == ']' && next == ':') {
        return i + 1;
      }
      if (word.charAt(i) == ':' && !bracket) {
        return i;
      }
      if (word.charAt(i) == '/' || word.charAt(i) == '\\') {
        return -1;
      }
    }
    return -1;
  }
}
