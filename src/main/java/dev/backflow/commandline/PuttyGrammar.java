package dev.backflow.commandline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The command line of PuTTY's family (cmdline.c; the loops of windows/plink.c and windows/putty.c).
 * Most options are kept until the whole line is read, so a later protocol decides over an earlier
 * one and errors in values come last.
 */
final class PuttyGrammar {
  private static final int SSH_PORT = 22;
  private static final String FOLLOWS = "its value follows";

  private final List<String> argv;
  private final PuttyTool tool;
  private final StepCount steps;
  private final List<Meaning> meanings;
  private final Map<String, PuttyForward> forwards = new LinkedHashMap<>();
  private final List<RemoteForward> replaced = new ArrayList<>();
  private final List<String> local = new ArrayList<>();
  private final List<String> identities = new ArrayList<>();

  private Outcome outcome = Outcome.CONNECTS;
  private Outcome.@Nullable Refuses valueError;
  private boolean reverseAsked;
  private boolean hostSeen;
  private boolean portSeen;
  private boolean loadedAfterHost;
  private boolean password;
  private boolean noCommand;
  private boolean storesKey;
  private boolean sharingTest;
  private int passwordAt;
  private @Nullable Integer serialAt;
  private @Nullable Integer sessionAt;
  private @Nullable String session;
  private @Nullable String host;
  private @Nullable String user;
  private @Nullable String optionUser;
  private @Nullable String prefixProtocol;
  private @Nullable String optionProtocol;
  private @Nullable Integer prefixPort;
  private @Nullable Integer protocolPort;
  private @Nullable Integer optionPort;
  private @Nullable String proxyCommand;
  private @Nullable String remoteCommand;

  private PuttyGrammar(List<String> argv, PuttyTool tool, StepCount steps) {
    this.argv = argv;
    this.tool = tool;
    this.steps = steps;
    this.meanings = new ArrayList<>(argv.size() + 8);
  }

  /** Reads an argv whose first element is the program. */
  static ClientReading read(List<String> argv, PuttyTool tool, StepCount steps) {
    PuttyGrammar grammar = new PuttyGrammar(argv, tool, steps);
    grammar.readWords();
    return grammar.reading();
  }

  private void readWords() {
    int at = 1;
    if (tool.window() && argv.size() > 1 && argv.get(1).startsWith("@")) {
      // windows/putty.c: a line that begins with @ is the name of a saved session, blanks and all.
      says(1, "saved session");
      load(1, String.join(" ", argv.subList(1, argv.size())).substring(1).strip());
      return;
    }
    while (at < argv.size()) {
      String word = argv.get(at);
      steps.count += word.length() + 1L;
      if (word.startsWith("-")) {
        at = option(at, word);
      } else if (!hostSeen) {
        hostWord(at, word);
        at++;
      } else if (tool.window() && !portSeen) {
        portSeen = true;
        optionPort = Numbers.atoi(word);
        says(at, "port of the SSH server");
        at++;
      } else if (tool.window()) {
        refuse(at, "unexpected argument");
        at++;
      } else {
        remoteCommand = String.join(" ", argv.subList(at, argv.size()));
        for (int i = at; i < argv.size(); i++) {
          says(i, i == at ? "the command for the server begins" : "of that command");
        }
        return;
      }
    }
  }

  private int option(int at, String word) {
    PuttyOptions.Option option = PuttyOptions.of(word, tool);
    if (option == null) {
      unknown(at, word);
      return at + 1;
    }
    switch (option.kind()) {
      case VALUED -> {
        return withValue(at, word, option.means());
      }
      case PROTOCOL -> protocol(at, word.substring(1));
      case ENDS -> ends(at);
      case FLAG -> flag(at, word, option.means());
    }
    return at + 1;
  }

  private void protocol(int at, String name) {
    Integer port = PuttyOptions.protocol(name);
    optionProtocol = name;
    protocolPort = port == null || port == 0 ? protocolPort : port;
    says(at, "protocol");
  }

  private void flag(int at, String word, String means) {
    noCommand |= word.equals("-N");
    storesKey |= word.startsWith("-auto");
    if (word.equals("-shareexists")) {
      sharingTest = true;
      decides(at, means);
    } else {
      says(at, means);
    }
  }

  private void ends(int at) {
    decides(at, "prints information and ends");
    if (!(outcome instanceof Outcome.Informs)) {
      outcome = new Outcome.Informs(argv.get(at) + " prints information and ends");
    }
  }

  private void unknown(int at, String word) {
    refuse(at, "unknown option");
    String next = at + 1 < argv.size() ? argv.get(at + 1) : "";
    int letter = lastIndexOfR(word);
    String glued = letter < 0 ? "" : word.substring(letter + 1);
    reverseAsked |=
        letter >= 0 && ReverseShape.isFullForward(glued.isEmpty() ? next : glued, steps);
    reverseAsked |= ConfigLine.lowerCase(word).startsWith("-oremoteforward");
  }

  /** Returns where an {@code R} or {@code r} stands among the leading letters, or -1. */
  private static int lastIndexOfR(String word) {
    int at = 1;
    while (at < word.length() && Character.isLetterOrDigit(word.charAt(at))) {
      if (word.charAt(at) == 'R' || word.charAt(at) == 'r') {
        return at;
      }
      at++;
    }
    return -1;
  }

  private int withValue(int at, String word, String meaning) {
    reverseAsked |= word.equals("-R");
    if (at + 1 >= argv.size()) {
      refuse(at, "lacks its value");
      return at + 1;
    }
    String value = argv.get(at + 1);
    says(at, FOLLOWS);
    if (!word.equals("-R")) {
      says(at + 1, meaning);
    }
    take(at + 1, word, value);
    return at + 2;
  }

  private void take(int at, String word, String value) {
    switch (word) {
      case "-R" -> remote(at, value);
      case "-L", "-D" -> local(at, word, value);
      case "-load", "-kload" -> load(at, value);
      case "-l" -> optionUser = value;
      case "-P" -> optionPort = Numbers.atoi(value);
      case "-pw", "-pass" -> {
        password = true;
        passwordAt = at;
      }
      case "-pwfile" -> passwordAt = at;
      case "-i" -> identities.add(value);
      case "-proxycmd" -> proxyCommand = value;
      case "-sercfg" -> serialAt = at;
      case "-hostkey" ->
          valueError(!PuttyHostKey.isValid(value), at, "no host key in a known form");
      case "-nc" -> valueError(value.indexOf(':') < 0, at, "-nc expects host:port");
      default -> {}
    }
  }

  private void remote(int at, String value) {
    PuttyForward forward = PuttyForward.parse(value, steps);
    if (forward == null) {
      valueError(true, at, "-R expects at least two colons; there is no reverse SOCKS");
      decides(at, "-R expects at least two colons; there is no reverse SOCKS");
      return;
    }
    PuttyForward before = forwards.put(forward.key(), forward);
    if (before != null) {
      replaced.add(before.toRemoteForward());
    }
    decides(
        at,
        forward.asks()
            ? ForwardText.says(forward.toRemoteForward())
            : "accepted and silently not requested: a port is missing, zero or an unknown service");
  }

  private void local(int at, String word, String value) {
    local.add(word + " " + value);
    valueError(word.equals("-L") && value.indexOf(':') < 0, at, "-L expects at least two colons");
  }

  private void load(int at, String value) {
    session = value;
    sessionAt = at;
    loadedAfterHost = hostSeen;
    if (hostSeen) {
      host = null;
      prefixProtocol = null;
      prefixPort = null;
    }
  }

  private void hostWord(int at, String word) {
    hostSeen = true;
    says(at, "the SSH server");
    if (word.startsWith("telnet:")) {
      prefixProtocol = "telnet";
      portSeen = true;
      host = word.substring("telnet:".length());
      return;
    }
    String name = word;
    int comma = word.indexOf(',');
    if (comma >= 0 && !tool.window()) {
      Integer port = PuttyOptions.protocol(word.substring(0, comma));
      if (port == null) {
        refuse(at, "unknown protocol before the comma");
      } else {
        prefixProtocol = word.substring(0, comma);
        prefixPort = port;
      }
      name = word.substring(comma + 1);
    }
    splitHost(name.strip());
  }

  /** The user ends at the last {@code @}; a single colon and what follows it is dropped. */
  private void splitHost(String name) {
    int at = name.lastIndexOf('@');
    if (at >= 0) {
      user = name.substring(0, at);
    }
    String rest = name.substring(at + 1);
    int colon = rest.indexOf(':');
    boolean bracketed = rest.startsWith("[");
    if (colon >= 0 && !bracketed && colon == rest.lastIndexOf(':')) {
      rest = rest.substring(0, colon);
    } else if (bracketed && rest.indexOf("]:") > 0) {
      rest = rest.substring(0, rest.indexOf("]:") + 1);
    }
    host = rest.replace(" ", "").replace("\t", "");
  }

  private void valueError(boolean wrong, int at, String why) {
    if (wrong && valueError == null) {
      valueError = new Outcome.Refuses(at, why);
    }
  }

  private void refuse(int at, String why) {
    decides(at, why);
    if (outcome instanceof Outcome.Connects) {
      outcome = new Outcome.Refuses(at, why);
    }
  }

  private void says(int at, String meaning) {
    meanings.add(new Meaning(at, meaning, false));
  }

  private void decides(int at, String meaning) {
    meanings.add(new Meaning(at, meaning, true));
  }

  private ClientReading reading() {
    Outcome end = outcome();
    List<PuttyForward> asked = PuttyForward.requested(forwards.values());
    String off = PuttyOptions.isSsh(protocol()) ? null : "-" + protocol() + ": not SSH, no forward";
    boolean connects = end instanceof Outcome.Connects && off == null;
    Destination apparent = apparent();
    return new ClientReading(
        Program.PLINK,
        end,
        connects ? remoteForwards(asked) : List.of(),
        unrequested(connects ? asked : List.of()),
        reverseAsked,
        off,
        end instanceof Outcome.Connects ? apparent : null,
        apparent,
        facts(),
        sessionAt,
        meanings);
  }

  private static List<RemoteForward> remoteForwards(Collection<PuttyForward> forwards) {
    List<RemoteForward> out = new ArrayList<>(forwards.size());
    for (PuttyForward forward : forwards) {
      out.add(forward.toRemoteForward());
    }
    return out;
  }

  private List<RemoteForward> unrequested(List<PuttyForward> requested) {
    if (requested.size() == forwards.size()) {
      return replaced;
    }
    List<PuttyForward> rest = new ArrayList<>(forwards.values());
    rest.removeAll(requested);
    List<RemoteForward> out = remoteForwards(rest);
    out.addAll(0, replaced);
    return out;
  }

  private Outcome outcome() {
    if (!(outcome instanceof Outcome.Connects)) {
      return outcome;
    }
    if (host == null && session == null) {
      return new Outcome.Refuses(null, "the line names no host");
    }
    if (host == null && loadedAfterHost) {
      return new Outcome.Refuses(
          sessionAt, "-load after the host replaces it, and the line does not show by what");
    }
    if (host != null && host.isEmpty()) {
      return new Outcome.Refuses(null, "the host is empty");
    }
    if (valueError != null) {
      return valueError;
    }
    if (optionPort != null && optionPort <= 0 && proxyCommand == null) {
      return new Outcome.Refuses(null, "there is no such port to connect to");
    }
    if (!PuttyOptions.isSsh(protocol()) && passwordAt > 0) {
      return new Outcome.Refuses(passwordAt, "a password is only for SSH");
    }
    if (serialAt != null && !protocol().equals("serial")) {
      return new Outcome.Refuses(serialAt, "-sercfg is only for a serial line");
    }
    return sharingTest ? new Outcome.Informs("-shareexists makes no connection") : outcome;
  }

  private String protocol() {
    if (optionProtocol != null) {
      return optionProtocol;
    }
    return prefixProtocol == null ? "ssh" : prefixProtocol;
  }

  private @Nullable Destination apparent() {
    if (host == null || host.isEmpty()) {
      return null;
    }
    boolean ssh = PuttyOptions.isSsh(protocol());
    String login = optionUser == null ? user : optionUser;
    return new Destination(ssh ? login : null, host, port());
  }

  private int port() {
    if (optionPort != null && optionPort > 0) {
      return optionPort;
    }
    if (protocolPort != null) {
      return protocolPort;
    }
    return prefixPort == null || prefixPort == 0 ? SSH_PORT : prefixPort;
  }

  private ConnectionFacts facts() {
    return new ConnectionFacts(
        List.of(),
        local,
        proxyCommand,
        identities,
        session,
        storesKey ? "-auto-store-sshkey" : null,
        password,
        noCommand,
        false,
        remoteCommand);
  }
}
