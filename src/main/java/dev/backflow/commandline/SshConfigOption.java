package dev.backflow.commandline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code -o}: one configuration line, checked and taken into the state. */
final class SshConfigOption {
  /** readconf.c builds a forward of two words in a buffer of this size, and cuts what is longer. */
  private static final int FORWARD_BUFFER = 255;

  private final SshState state;

  SshConfigOption(SshState state) {
    this.state = state;
  }

  void apply(int argument, String value) {
    ConfigLine line = ConfigLine.parse(value, state.steps);
    if (line.keyword().isEmpty()) {
      state.says(argument, "says nothing that ssh reads");
      return;
    }
    boolean reverse = line.keyword().equals("remoteforward");
    state.reverseAsked |= reverse;
    String problem = problem(line);
    if (problem != null) {
      state.refuse(argument, problem);
      return;
    }
    ConfigKeyword keyword = ConfigKeyword.of(line.keyword());
    List<String> words = line.words();
    if (keyword == null || words == null) {
      state.says(argument, "unknown keyword, ignored by IgnoreUnknown");
    } else if (keyword == ConfigKeyword.FORWARD) {
      forward(argument, line.keyword(), words);
    } else {
      take(argument, line.keyword(), line.rest(), words);
    }
  }

  private @Nullable String problem(ConfigLine line) {
    if (line.rest().isEmpty()) {
      return "no value after the keyword " + line.keyword();
    }
    ConfigKeyword keyword = ConfigKeyword.of(line.keyword());
    if (keyword == null && !ignored(line.keyword())) {
      return "bad configuration option: " + line.keyword();
    }
    List<String> words = line.words();
    if (words == null) {
      return "a quote is not closed";
    }
    if (keyword == ConfigKeyword.FILE_ONLY) {
      return line.keyword() + " is not allowed on the command line";
    }
    return keyword == null || ConfigValue.accepts(keyword, words)
        ? null
        : "bad value for " + line.keyword();
  }

  /**
   * Returns whether IgnoreUnknown lets a keyword pass. Patterns that would take too long to try do:
   * a line must not get away with being tedious.
   */
  private boolean ignored(String keyword) {
    String patterns = state.ignoreUnknown;
    if (patterns == null) {
      return false;
    }
    boolean matched = false;
    int at = 0;
    while (at <= patterns.length() && !state.ignoring.exhausted()) {
      int comma = patterns.indexOf(',', at);
      int end = comma < 0 ? patterns.length() : comma;
      String pattern = ConfigLine.lowerCase(patterns.substring(at, end));
      boolean negated = pattern.startsWith("!");
      if (state.ignoring.matches(negated ? pattern.substring(1) : pattern, keyword)) {
        if (negated) {
          return false;
        }
        matched = true;
      }
      at = end + 1;
    }
    return matched || state.ignoring.exhausted();
  }

  private void forward(int argument, String keyword, List<String> words) {
    boolean dynamic = keyword.equals("dynamicforward");
    boolean reverse = keyword.equals("remoteforward");
    int most = dynamic ? 1 : 2;
    String first = words.isEmpty() ? "" : words.get(0);
    String second = words.size() > 1 && !dynamic ? words.get(1) : "";
    if (first.isEmpty() || words.size() > most || (!dynamic && !reverse && second.isEmpty())) {
      state.refuse(argument, keyword + " takes " + (dynamic ? "one word" : "two words"));
      return;
    }
    String spec = second.isEmpty() ? first : first + ":" + second;
    spec = spec.length() > FORWARD_BUFFER ? spec.substring(0, FORWARD_BUFFER) : spec;
    if (reverse) {
      remote(
          argument,
          spec,
          second.isEmpty() ? ForwardSpec.Use.REMOTE_LISTEN : ForwardSpec.Use.REMOTE_TARGET);
      return;
    }
    ForwardSpec.Use use = dynamic ? ForwardSpec.Use.DYNAMIC : ForwardSpec.Use.LOCAL;
    if (ForwardSpec.parse(spec, use, state.steps) == null) {
      state.refuse(argument, "bad forwarding specification");
    } else {
      state.local.add((dynamic ? "-D " : "-L ") + spec);
      state.says(argument, dynamic ? "local SOCKS proxy" : "local forward");
    }
  }

  private void remote(int argument, String spec, ForwardSpec.Use use) {
    ForwardSpec forward = ForwardSpec.parse(spec, use, state.steps);
    if (forward == null) {
      state.refuse(
          argument,
          "bad forwarding specification: RemoteForward wants what the server listens on and the"
              + " target as two words");
      return;
    }
    state.addRemote(forward.toRemoteForward());
    state.decides(argument, ForwardText.says(forward.toRemoteForward(), forward.variable()));
  }

  private void take(int argument, String keyword, String rest, List<String> words) {
    String first = words.isEmpty() ? "" : words.get(0);
    switch (keyword) {
      case "clearallforwardings" -> clearAll(argument, isYes(first));
      case "user" -> {
        state.setUser(first);
        state.says(argument, "login name");
      }
      case "port" -> {
        state.setPort(Numbers.port(first));
        state.says(argument, "port of the SSH server");
      }
      case "addressfamily" -> {
        state.family = state.family == null ? ConfigLine.lowerCase(first) : state.family;
        state.says(argument, "kind of address: " + first);
      }
      case "hostname" -> {
        state.hostName = state.hostName == null ? first : state.hostName;
        state.says(argument, "the server really connected to");
      }
      case "identityfile", "identityfile2" -> {
        state.identities.add(first);
        state.says(argument, "key file");
      }
      case "stricthostkeychecking" -> {
        state.strictHostKey = state.strictHostKey == null ? first : state.strictHostKey;
        state.says(argument, "check of the server's key: " + first);
      }
      case "userknownhostsfile" -> {
        state.userKnownHosts = state.userKnownHosts == null ? first : state.userKnownHosts;
        state.says(argument, "file of known server keys");
      }
      case "proxycommand" -> proxyCommand(argument, rest);
      case "proxyjump" -> jump(argument, rest);
      case "remotecommand" -> {
        state.remoteCommand =
            state.remoteCommand == null ? stripSeparators(rest) : state.remoteCommand;
        state.says(argument, "command for the server");
      }
      case "sessiontype" -> session(argument, first);
      case "forkafterauthentication" -> {
        state.background = state.background == null ? (Boolean) isYes(first) : state.background;
        state.says(argument, "goes to the background");
      }
      case "proxyusefdpass" -> state.fdPass |= isYes(first);
      case "connectionattempts" ->
          state.connectionAttempts =
              state.connectionAttempts == null
                  ? (Integer) Numbers.atoi(first)
                  : state.connectionAttempts;
      case "ignoreunknown" ->
          state.ignoreUnknown = state.ignoreUnknown == null ? first : state.ignoreUnknown;
      default -> state.says(argument, "configuration");
    }
  }

  private void clearAll(int argument, boolean yes) {
    if (state.clearAllForwardings == null) {
      state.clearAllForwardings = yes;
      state.decides(argument, yes ? "drops every forward of this line" : "keeps the forwards");
    } else {
      state.says(argument, "comes too late: the first value holds");
    }
  }

  private void proxyCommand(int argument, String rest) {
    state.says(argument, "command that carries the connection");
    if (state.jump == null && state.proxyCommand == null) {
      state.proxyCommand = stripSeparators(rest);
    }
  }

  private void jump(int argument, String rest) {
    String value = stripSeparators(rest);
    List<String> hops = JumpSpec.parse(value);
    if (hops == null) {
      state.refuse(argument, "invalid ProxyJump");
      return;
    }
    state.says(argument, "jump hosts");
    if (state.jump == null && state.proxyCommand == null) {
      state.jump = value;
      state.hops.addAll(hops);
    }
  }

  private void session(int argument, String value) {
    state.says(argument, "kind of session: " + value);
    if (state.session == null) {
      state.session =
          switch (ConfigLine.lowerCase(value)) {
            case "none" -> SshState.Session.NONE;
            case "subsystem" -> SshState.Session.SUBSYSTEM;
            default -> SshState.Session.DEFAULT;
          };
    }
  }

  private static boolean isYes(String word) {
    return word.equalsIgnoreCase("yes") || word.equalsIgnoreCase("true");
  }

  private static String stripSeparators(String rest) {
    int at = 0;
    while (at < rest.length() && " \t\r\n=".indexOf(rest.charAt(at)) >= 0) {
      at++;
    }
    return rest.substring(at);
  }
}
