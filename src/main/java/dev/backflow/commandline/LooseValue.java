package dev.backflow.commandline;

import java.util.HashSet;
import java.util.Set;

/** How far a value reaches when it is not known whose quoting it follows: as far as any has it. */
final class LooseValue {
  private static final String ESCAPES = "\\^`";
  private static final String AFTER_CLOSE = " \t,;)|&]}\"'\\^`\r\n";

  private final String text;
  private final boolean[] quoted;
  private final Set<String> unclosed = new HashSet<>();

  LooseValue(String text) {
    this.text = text;
    this.quoted = quoted(text);
  }

  /** For each index, whether a quote not escaped by a backslash is open before it. */
  private static boolean[] quoted(String text) {
    boolean[] quoted = new boolean[text.length() + 1];
    boolean open = false;
    for (int i = 0; i < text.length(); i++) {
      quoted[i] = open;
      open ^= text.charAt(i) == '"' && !isEscaped(text, i);
    }
    quoted[text.length()] = open;
    return quoted;
  }

  private static boolean isEscaped(String text, int at) {
    int backslashes = 0;
    while (at - backslashes > 0 && text.charAt(at - backslashes - 1) == '\\' && backslashes < 8) {
      backslashes++;
    }
    return backslashes % 2 == 1;
  }

  /**
   * Returns where the value that begins here stands, quotes left out when nothing else would be.
   */
  Range at(int start) {
    int quote = start;
    while (quote < text.length() && ESCAPES.indexOf(text.charAt(quote)) >= 0) {
      quote++;
    }
    int word = endOfWord(start);
    if (quote == text.length() || "\"'".indexOf(text.charAt(quote)) < 0) {
      return new Range(start, word);
    }
    int close = close(quote + 1, text.substring(start, quote + 1));
    return close < 0 ? new Range(start, word) : new Range(quote + 1, close);
  }

  /** Returns where a value stands whose name, running into it, is opened by this quote or none. */
  Range run(int start, String opener) {
    Range plain = at(start);
    int close = opener.isEmpty() ? -1 : close(start, opener);
    return close < plain.end() ? plain : new Range(start, close);
  }

  /** The mark that opens closes too, where something that ends an argument follows. */
  private int close(int from, String mark) {
    if (unclosed.contains(mark)) {
      return -1;
    }
    boolean plain = mark.length() == 1;
    for (int at = text.indexOf(mark, from); at >= 0; at = text.indexOf(mark, at + 1)) {
      int end = at + mark.length();
      if (plain && text.startsWith(mark, end)) {
        at = end;
      } else if (!(plain && isEscaped(text, at))
          && (end == text.length() || AFTER_CLOSE.indexOf(text.charAt(end)) >= 0)) {
        return at;
      }
    }
    unclosed.add(mark);
    return -1;
  }

  /** Inside quotes of something outer, a quote ends the value; outside, quotes are part of it. */
  private int endOfWord(int start) {
    boolean outer = quoted[start];
    boolean open = false;
    int at = start;
    while (at < text.length()) {
      char c = text.charAt(at);
      boolean quote = c == '"' && !isEscaped(text, at);
      if ((!open && ExcerptCursor.isBlank(c)) || (quote && outer)) {
        return at;
      }
      open ^= quote;
      at++;
    }
    return at;
  }
}
