package dev.backflow.commandline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an ssh client knows while it reads its options. First value wins unless a method says so.
 */
final class SshState {
  /** What a session is for; {@code -N}, {@code -s} and SessionType set it. */
  enum Session {
    NONE,
    SUBSYSTEM,
    DEFAULT
  }

  final List<Meaning> meanings;
  final List<RemoteForward> remote = new ArrayList<>();
  final List<String> local = new ArrayList<>();
  final List<String> identities = new ArrayList<>();
  final List<String> hops = new ArrayList<>();
  final StepCount steps;

  Outcome outcome = Outcome.CONNECTS;
  boolean reverseAsked;
  boolean printsConfiguration;
  boolean logsToSystem;
  boolean logsToFile;
  boolean stdioForward;
  boolean fdPass;
  @Nullable Boolean background;
  @Nullable Boolean clearAllForwardings;
  @Nullable Session session;
  @Nullable String user;
  @Nullable String family;
  @Nullable Integer port;
  @Nullable String hostName;
  @Nullable String configFile;
  @Nullable Integer configFileAt;
  @Nullable String proxyCommand;
  @Nullable String jump;
  @Nullable String remoteCommand;
  @Nullable String controlCommand;
  @Nullable String ignoreUnknown;
  @Nullable String strictHostKey;
  @Nullable String userKnownHosts;
  @Nullable Integer connectionAttempts;

  /** Tries the patterns of IgnoreUnknown, no longer than the line deserves. */
  final Glob ignoring;

  SshState(List<String> argv, StepCount steps) {
    long length = 0;
    for (String word : argv) {
      length += word.length();
    }
    this.steps = steps;
    this.meanings = new ArrayList<>(argv.size() + 8);
    this.ignoring = new Glob(steps, 6 * length);
  }

  void says(int argument, String meaning) {
    meanings.add(new Meaning(argument, meaning, false));
  }

  void decides(int argument, String meaning) {
    meanings.add(new Meaning(argument, meaning, true));
  }

  /** The first refusal ends the program; what follows is read only to see what was meant. */
  void refuse(int argument, String why) {
    decides(argument, why);
    if (outcome instanceof Outcome.Connects) {
      outcome = new Outcome.Refuses(argument, why);
    }
  }

  /** Refuses for a reason that no single argument has. */
  void refuseLine(String why) {
    if (outcome instanceof Outcome.Connects) {
      outcome = new Outcome.Refuses(null, why);
    }
  }

  /** The program prints something and ends here. */
  void inform(int argument, String why) {
    decides(argument, why);
    if (outcome instanceof Outcome.Connects) {
      outcome = new Outcome.Informs(why);
    }
  }

  /** Adds a forward; the program drops one it already has. */
  void addRemote(RemoteForward forward) {
    if (!remote.contains(forward)) {
      remote.add(forward);
    }
  }

  void setUser(String value) {
    user = user == null ? value : user;
  }

  void setPort(int value) {
    port = port == null ? (Integer) value : port;
  }
}
