package dev.backflow.commandline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The net under the other rules: finds a few names wherever they stand, in text that no grammar
 * reads, and takes for their value what the widest of the usual quotings makes of what follows.
 */
final class LooseSecrets implements SecretRule {
  private static final String SECURE_STRING = "convertto-securestring";

  /** Names whose value stands apart from them. */
  private static final List<String> APART = List.of("-pw", "/rp", SECURE_STRING);

  private static final String SSHPASS = "sshpass";

  /** A name as it stands, and whether its value may run into it. */
  private record Name(String text, boolean glued) {}

  @Override
  public void find(SecretLine line, SecretFindings findings) {
    String text = line.text().text();
    LooseValue values = new LooseValue(text);
    int at = 0;
    while (at < text.length()) {
      Name name = nameAt(text, at);
      at = name == null ? at + 1 : value(line, at + name.text().length(), name, values, findings);
    }
  }

  private static @Nullable Name nameAt(String text, int at) {
    if ("-/sScC".indexOf(text.charAt(at)) < 0 || (at > 0 && isWordPart(text.charAt(at - 1)))) {
      return null;
    }
    for (String name : APART) {
      int end = at + name.length();
      boolean ends = end < text.length() && !isWordPart(text.charAt(end));
      if (ends && text.regionMatches(true, at, name, 0, name.length())) {
        return new Name(name, false);
      }
    }
    int end = endOfSshpass(text, at);
    return end < 0 ? null : new Name(text.substring(at, end), true);
  }

  /** {@code SSHPASS=X} and {@code sshpass -pX}, the option in quotes or not; -1 for neither. */
  private static int endOfSshpass(String text, int at) {
    int end = at + SSHPASS.length();
    if (!text.regionMatches(true, at, SSHPASS, 0, SSHPASS.length())) {
      return -1;
    }
    if (text.startsWith("=", end)) {
      return end + 1;
    }
    int option = skip(text, end, " \t\"'^\\");
    return option > end && text.startsWith("-p", option) ? option + 2 : -1;
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-';
  }

  /** Reports the value after a name; returns where to go on. */
  private static int value(
      SecretLine line, int from, Name name, LooseValue values, SecretFindings findings) {
    String text = line.text().text();
    int start = startOfValue(text, from, name);
    if (start < 0 || start >= text.length() || text.charAt(start) == '*') {
      return Math.max(from, start);
    }
    boolean runs = name.glued() && start == from;
    Range value = runs ? values.run(start, opener(text, name, from)) : values.at(start);
    findings.add(line.text(), value.start(), value.end(), bearer(name));
    return Math.max(value.end(), start + 1);
  }

  /** Returns where the value begins, or -1 when the name has none. */
  private static int startOfValue(String text, int from, Name name) {
    int closed = skip(text, from, "\"'`^\\)]}");
    int start = skip(text, closed, " \t,");
    if (start == closed) {
      return name.glued() ? from : -1;
    }
    return name.text().equals(SECURE_STRING) ? skipParameters(text, start) : start;
  }

  /** Returns the quote right before the option or setting whose value begins here, or "". */
  private static String opener(String text, Name name, int from) {
    int before = from - (name.text().endsWith("=") ? name.text().length() : 2) - 1;
    boolean quote = before >= 0 && "\"'".indexOf(text.charAt(before)) >= 0;
    return quote ? text.substring(before, before + 1) : "";
  }

  private static String bearer(Name name) {
    return name.glued() ? SSHPASS : Ascii.lower(name.text());
  }

  private static int skipParameters(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) == '-') {
      while (at < text.length() && !ExcerptCursor.isBlank(text.charAt(at))) {
        at++;
      }
      at = skip(text, at, " \t");
    }
    return at;
  }

  private static int skip(String text, int from, String set) {
    int at = from;
    while (at < text.length() && set.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }
}
