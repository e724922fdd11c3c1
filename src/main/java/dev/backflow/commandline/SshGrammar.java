package dev.backflow.commandline;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The command line of OpenSSH's ssh, read as ssh.c reads it: options, the destination, options once
 * more, then the remote command.
 */
final class SshGrammar {
  /** How a client of unknown version takes {@code -P}. */
  enum TagOption {
    /** Up to 9.3: a flag without effect. */
    FLAG,
    /** From 9.4: takes a value. */
    VALUED
  }

  private static final int DEFAULT_PORT = 22;

  private static final List<String> FOLLOWS =
      IntStream.range(0, 128).mapToObj(c -> "-" + (char) c + ", its value follows").toList();

  private final List<String> argv;
  private final SshState state;
  private final SshOptions options;
  private final String flags;
  private final String valued;
  private @Nullable HostWord host;
  private @Nullable Destination apparent;
  private int command;

  private SshGrammar(List<String> argv, TagOption tag, StepCount steps) {
    this.argv = argv;
    this.state = new SshState(argv, steps);
    this.options = new SshOptions(state);
    this.flags = tag == TagOption.FLAG ? SshOptions.FLAGS + "P" : SshOptions.FLAGS;
    this.valued = tag == TagOption.FLAG ? SshOptions.VALUED : SshOptions.VALUED + "P";
  }

  /** Reads an argv whose first element is the program. */
  static ClientReading read(List<String> argv, TagOption tag, StepCount steps) {
    SshGrammar grammar = new SshGrammar(argv, tag, steps);
    grammar.readAll();
    return grammar.reading();
  }

  private void readAll() {
    GetOpt first = readOptions(1);
    int at = first.nextIndex();
    if (at >= argv.size()) {
      state.refuseLine("the line names no destination");
      command = at;
      return;
    }
    destination(at);
    command = at + 1;
    if (!first.afterDoubleDash(1)) {
      command = readOptions(at + 1).nextIndex();
    }
    for (int i = command; i < argv.size(); i++) {
      state.says(i, i == command ? "the command for the server begins" : "of that command");
    }
    checkWhole();
  }

  private void destination(int at) {
    host = HostWord.destination(argv.get(at));
    if (host == null) {
      state.refuse(at, "no destination in a form that ssh reads");
      return;
    }
    state.says(at, "the SSH server");
    if (host.user() != null) {
      state.setUser(host.user());
    }
    if (host.port() != null) {
      state.setPort(host.port());
    }
  }

  private GetOpt readOptions(int from) {
    GetOpt getopt = new GetOpt(argv, from, flags, valued, state.steps);
    int before = from;
    for (int letter = getopt.next(); letter != GetOpt.STOP; letter = getopt.next()) {
      before = getopt.nextIndex();
      option(getopt, letter);
    }
    if (getopt.nextIndex() > before) {
      state.says(getopt.nextIndex() - 1, "ends the options");
    }
    return getopt;
  }

  private void option(GetOpt getopt, int letter) {
    if (letter == GetOpt.UNKNOWN) {
      unknown(getopt);
    } else if (letter == GetOpt.NO_VALUE) {
      state.reverseAsked |= getopt.letter() == 'R';
      state.refuse(getopt.optionIndex(), "-" + getopt.letter() + " lacks its value");
    } else if (valued.indexOf(letter) >= 0) {
      if (getopt.valueIndex() != getopt.optionIndex()) {
        state.says(getopt.optionIndex(), FOLLOWS.get(letter));
      }
      options.valued(getopt.valueIndex(), letter, getopt.value());
    } else {
      options.flag(getopt.optionIndex(), letter);
    }
  }

  /** {@code -r} with a forward after it was meant for {@code -R}. */
  private void unknown(GetOpt getopt) {
    state.refuse(getopt.optionIndex(), "unknown option -" + getopt.letter());
    if (getopt.letter() != 'r') {
      return;
    }
    int next = getopt.nextIndex();
    boolean apart = next > getopt.optionIndex() && next < argv.size();
    String value = apart ? argv.get(next) : after(argv.get(getopt.optionIndex()), 'r');
    if (ReverseShape.isFullForward(value, state.steps)) {
      state.reverseAsked = true;
      if (apart) {
        getopt.skipWord();
      }
    }
  }

  private static String after(String word, char letter) {
    return word.substring(word.indexOf(letter) + 1);
  }

  /** What ssh checks once the whole line is read (ssh.c, main). */
  private void checkWhole() {
    boolean hasCommand = command < argv.size();
    boolean remoteCommand = isSet(state.remoteCommand);
    if (!hasCommand && state.session == SshState.Session.SUBSYSTEM) {
      state.refuseLine("-s needs a subsystem to ask for");
    }
    if (state.logsToSystem && state.logsToFile) {
      state.refuseLine("-y and -E exclude each other");
    }
    if (state.connectionAttempts != null && state.connectionAttempts <= 0) {
      state.refuseLine("ConnectionAttempts must not be zero");
    }
    if (hasCommand && remoteCommand) {
      state.refuseLine("a command on the line and RemoteCommand exclude each other");
    }
    if (Boolean.TRUE.equals(state.background)
        && !hasCommand
        && !remoteCommand
        && state.session != SshState.Session.NONE) {
      state.refuseLine("-f has nothing to run in the background: no command and no -N");
    }
    if (state.fdPass && "-".equals(state.proxyCommand)) {
      state.refuseLine("ProxyCommand=- and ProxyUseFdpass exclude each other");
    }
    apparent = apparent();
    checkHost();
  }

  private void checkHost() {
    if (apparent != null && apparent.host().isEmpty()) {
      state.refuseLine("the destination has no host name");
    }
    if (host != null && !ServerNames.isHost(host.host())) {
      state.refuseLine("the host name contains invalid characters");
    }
    if (state.user != null && !ServerNames.isUser(state.user)) {
      state.refuseLine("the login name contains invalid characters");
    }
    HostWord hop =
        state.hops.isEmpty() ? null : HostWord.hop(state.hops.get(state.hops.size() - 1));
    if (hop == null || apparent == null) {
      return;
    }
    int port = hop.port() == null ? DEFAULT_PORT : hop.port();
    String user = hop.user() == null ? apparent.user() : hop.user();
    if (hop.host().equals(apparent.host())
        && port == apparent.port()
        && (user == null ? apparent.user() == null : user.equals(apparent.user()))) {
      state.refuseLine("the jump host is the destination itself");
    }
  }

  private static boolean isSet(@Nullable String value) {
    return value != null && !value.equalsIgnoreCase("none");
  }

  private @Nullable Destination apparent() {
    if (host == null) {
      return null;
    }
    String name = host.host();
    if (state.hostName != null) {
      name = expandHost(state.hostName, name);
    }
    int port = state.port == null ? DEFAULT_PORT : state.port;
    boolean addresses = state.family == null || !state.family.equals("inet6");
    return new Destination(
        state.user, addresses ? Addresses.canonical(name) : ConfigLine.lowerCase(name), port);
  }

  /** HostName may hold {@code %h}, the host of the command line, and {@code %%}. */
  private static String expandHost(String pattern, String host) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char next = i + 1 < pattern.length() ? pattern.charAt(i + 1) : Cursor.END;
      if (pattern.charAt(i) == '%' && (next == 'h' || next == '%')) {
        out.append(next == 'h' ? host : "%");
        i++;
      } else {
        out.append(pattern.charAt(i));
      }
    }
    return out.toString();
  }

  private ClientReading reading() {
    String switchedOff = switchedOff();
    Outcome outcome = outcome();
    boolean requests = outcome instanceof Outcome.Connects && switchedOff == null;
    boolean arrives =
        outcome instanceof Outcome.Connects
            || (outcome instanceof Outcome.Informs && state.outcome instanceof Outcome.Connects);
    return new ClientReading(
        Program.OPENSSH,
        outcome,
        requests ? state.remote : List.of(),
        requests ? List.of() : state.remote,
        state.reverseAsked,
        switchedOff,
        arrives ? apparent : null,
        apparent,
        facts(),
        state.configFileAt,
        state.meanings);
  }

  /** {@code -G} and {@code -O} let the whole line be read before they take effect. */
  private Outcome outcome() {
    if (!(state.outcome instanceof Outcome.Connects)) {
      return state.outcome;
    }
    if (state.printsConfiguration) {
      return new Outcome.Informs("-G prints the configuration and ends");
    }
    if (state.controlCommand != null && !state.controlCommand.equals("forward")) {
      return new Outcome.Informs(
          "-O " + state.controlCommand + " speaks to a running master alone");
    }
    return state.outcome;
  }

  private @Nullable String switchedOff() {
    if (Boolean.TRUE.equals(state.clearAllForwardings)) {
      return "ClearAllForwardings drops every forward of the line";
    }
    if (state.stdioForward && state.clearAllForwardings == null) {
      return "-W drops every other forward of the line";
    }
    return null;
  }

  private ConnectionFacts facts() {
    String written =
        command < argv.size() ? String.join(" ", argv.subList(command, argv.size())) : null;
    return new ConnectionFacts(
        state.hops,
        state.local,
        isSet(state.proxyCommand) ? state.proxyCommand : null,
        state.identities,
        state.configFile,
        hostKeyCheckOff(),
        false,
        state.session == SshState.Session.NONE,
        Boolean.TRUE.equals(state.background),
        written != null ? written : isSet(state.remoteCommand) ? state.remoteCommand : null);
  }

  private @Nullable String hostKeyCheckOff() {
    String check = state.strictHostKey;
    if (check == null) {
      return null;
    }
    String value = ConfigLine.lowerCase(check);
    boolean off = value.equals("no") || value.equals("off") || value.equals("false");
    boolean forgets = value.equals("accept-new") && keepsNoKeys();
    return off || forgets ? "StrictHostKeyChecking=" + check : null;
  }

  private boolean keepsNoKeys() {
    String file = state.userKnownHosts == null ? "" : ConfigLine.lowerCase(state.userKnownHosts);
    return file.equals("/dev/null") || file.equals("nul") || file.equals("none");
  }
}
