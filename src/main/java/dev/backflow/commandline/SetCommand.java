package dev.backflow.commandline;

import org.jspecify.annotations.Nullable;

/**
 * A {@code set} of cmd.exe. The value reaches to the end of the command, blanks included, or to its
 * last quote when name and value stand in quotes.
 *
 * @param name the variable's name; "" for {@code set /p =PROMPT}
 * @param value where its value stands in the command
 */
record SetCommand(String name, Range value) {
  /** Returns what a command sets, or null when it sets nothing. */
  static @Nullable SetCommand of(Excerpt command) {
    String text = command.text();
    int start = skipBlanks(text, Ascii.lower(text).indexOf("set") + 3);
    if (text.startsWith("/", start)) {
      start = skipBlanks(text, start + 2);
    }
    boolean quoted = text.startsWith("\"", start);
    int from = quoted ? start + 1 : start;
    int equals = text.indexOf('=', from);
    if (equals < 0) {
      return null;
    }
    int close = quoted ? text.lastIndexOf('"') : text.length();
    int end = close > equals ? close : text.length();
    return new SetCommand(text.substring(from, equals).strip(), new Range(equals + 1, end));
  }

  private static int skipBlanks(String text, int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
