package dev.backflow.alerts;

import dev.backflow.cases.Case;
import dev.backflow.cases.Sighting;
import dev.backflow.detection.Detection;
import dev.backflow.detection.Verdict;
import java.util.Locale;

/** The one sentence of a case that every rendering begins with. */
final class Headline {
  private static final int SUBJECT_AT_MOST = 99;

  private Headline() {}

  /** Returns {@code [HIGH requested] WS042: RDP reachable through SSH server 203.0.113.7:443}. */
  static String subject(Case c) {
    String grade = c.worst().level().label().toUpperCase(Locale.ROOT) + " " + state(c.latest());
    return Printable.ascii("[" + grade + "] " + title(c), SUBJECT_AT_MOST);
  }

  /** Returns the subject without its grade. */
  static String title(Case c) {
    Sighting latest = c.latest();
    String server = (latest.relay() ? "public relay " : "SSH server ") + c.key().serverText();
    String host = latest.hostName() + ": ";
    return switch (latest.verdict()) {
      case FORWARD -> host + latest.service() + " reachable through " + server;
      case ATTEMPT ->
          host + "reverse forward to " + server + " tried, refused by " + latest.program();
      case HIDDEN -> host + latest.program() + " with hidden forwards to " + server;
      case NONE -> host + "no reverse forward";
    };
  }

  /** Returns how far the tunnel is known to have come. */
  static String state(Sighting latest) {
    if (latest.verdict() == Verdict.ATTEMPT) {
      return "tried";
    }
    if (latest.verdict() == Verdict.HIDDEN) {
      return "hidden";
    }
    return latest.kind() == Detection.Kind.REGISTERED ? "registered" : "requested";
  }
}
