package dev.backflow.detection;

import dev.backflow.commandline.ClientReading;
import dev.backflow.commandline.Destination;
import dev.backflow.commandline.ReverseShape;
import org.jspecify.annotations.Nullable;

/**
 * Finds {@code -R} typed with a slash or one of Unicode's dashes: no option to either program,
 * which takes it for the server's name, but somebody wanted a reverse forward.
 */
final class Lookalike {
  private static final String DASHES = "/\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uff0d";

  private Lookalike() {}

  /** Returns whether the word taken for the server is such an option with a forward after it. */
  static boolean isIn(ClientReading reading) {
    Destination server = reading.destination();
    if (server == null
        || server.host().length() < 2
        || DASHES.indexOf(server.host().charAt(0)) < 0) {
      return false;
    }
    char letter = server.host().charAt(1);
    if (letter != 'r' && letter != 'R') {
      return false;
    }
    String glued = server.host().substring(2);
    String spec = glued.isEmpty() ? firstWord(reading.facts().remoteCommand()) : glued;
    return ReverseShape.isFullForward(spec);
  }

  private static String firstWord(@Nullable String command) {
    if (command == null) {
      return "";
    }
    int blank = command.indexOf(' ');
    return blank < 0 ? command : command.substring(0, blank);
  }
}
