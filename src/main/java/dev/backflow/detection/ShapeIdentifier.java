package dev.backflow.detection;

import dev.backflow.commandline.ClientReading;
import dev.backflow.commandline.Destination;
import dev.backflow.commandline.Outcome;
import dev.backflow.commandline.RemoteForward;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Recognises a renamed client by its arguments alone: a forward of three or more fields, or a
 * listen part together with a login and one more sign that only ssh has. {@code chmod.exe -R 755
 * www} is the trap: ssh reads it as a reverse SOCKS proxy.
 */
final class ShapeIdentifier {
  /** Words of PuTTY's family that ssh either refuses or reads otherwise. */
  private static final Set<String> PUTTY_WORDS =
      Set.of(
          "-ssh",
          "-P",
          "-pw",
          "-pwfile",
          "-batch",
          "-hostkey",
          "-no-antispoof",
          "-load",
          "-noagent",
          "-agent",
          "-sshlog",
          "-proxycmd",
          "-sanitise-stdout",
          "-sanitise-stderr");

  private ShapeIdentifier() {}

  /**
   * Returns whether a raw line can hold a reverse forward at all: a word that begins with a dash
   * and has an {@code R} or an {@code o} among its first letters. Quotes may stand anywhere in it.
   * Most lines end here, unsplit.
   */
  static boolean mayForward(String line) {
    return mayForward(line, " -")
        || mayForward(line, "\"-")
        || (line.indexOf('\t') >= 0 && mayForward(line, "\t-"));
  }

  private static boolean mayForward(String line, String start) {
    boolean keyword = true;
    for (int at = line.indexOf(start); at >= 0; at = line.indexOf(start, at + 1)) {
      for (int i = at + 2; i < line.length(); i++) {
        char c = line.charAt(i);
        if (c == 'o' && keyword) {
          keyword = hasForwardKeyword(line);
        }
        if (c == 'R' || (c == 'o' && keyword)) {
          return true;
        }
        if (c != '"' && !isClusterLetter(c)) {
          break;
        }
      }
    }
    return false;
  }

  /** Letters of a keyword may be parted by quotes, so only the rarest of them are looked for. */
  private static boolean hasForwardKeyword(String line) {
    return hasEither(line, 'w', 'W') && hasEither(line, 'f', 'F') && hasEither(line, 'm', 'M');
  }

  private static boolean hasEither(String line, char lower, char upper) {
    return line.indexOf(lower) >= 0 || line.indexOf(upper) >= 0;
  }

  private static boolean isClusterLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  /**
   * Returns the client whose arguments these can only be, or null.
   *
   * @param simpleName simple name of the image
   */
  static @Nullable Identified identify(List<String> argv, String simpleName) {
    if (ImageName.isUnixTool(simpleName) || ImageName.isOtherOpenSsh(simpleName)) {
      return null;
    }
    boolean putty = argv.stream().anyMatch(PUTTY_WORDS::contains);
    Client client = putty ? Client.PLINK : Client.SSH;
    return hasShape(client.read(argv, null), argv)
        ? new Identified(client, Detection.Identification.SHAPE)
        : null;
  }

  private static boolean hasShape(ClientReading reading, List<String> argv) {
    Destination server = reading.destination();
    if (!(reading.outcome() instanceof Outcome.Connects)
        || reading.requested().isEmpty()
        || server == null
        || !isHostName(server.host())) {
      return false;
    }
    boolean named = argv.stream().anyMatch(ShapeIdentifier::isForwardKeyword);
    return named
        || reading.requested().stream().anyMatch(ShapeIdentifier::isFull)
        || (server.user() != null && argv.stream().anyMatch(ShapeIdentifier::isSshSign));
  }

  /** A path is the mark of another tool; shells' characters are in no host's name (ssh.c, 9.6). */
  static boolean isHostName(String host) {
    return host.chars().noneMatch(c -> "/\\'`\"$;&<>|(){}*?=,".indexOf(c) >= 0 || c <= ' ');
  }

  private static boolean isFull(RemoteForward forward) {
    return forward.targetHost() != null;
  }

  private static boolean isForwardKeyword(String word) {
    int at = word.startsWith("-o") ? 2 : 0;
    while (at < word.length() && word.charAt(at) == ' ') {
      at++;
    }
    String keyword = "remoteforward";
    return word.regionMatches(true, at, keyword, 0, keyword.length());
  }

  /** The whole line is known to read well as ssh's, so a word like this is that option. */
  private static boolean isSshSign(String word) {
    if (word.length() < 2 || word.charAt(0) != '-') {
      return false;
    }
    for (int i = 1; i < word.length() && isClusterLetter(word.charAt(i)); i++) {
      if ("NTipo".indexOf(word.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }
}
