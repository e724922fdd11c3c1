package dev.backflow.commandline;

/** Reads PowerShell's string literals: single, double, and the two here-strings. */
final class PowerShellStrings {
  private final ExcerptCursor cursor;

  PowerShellStrings(ExcerptCursor cursor) {
    this.cursor = cursor;
  }

  boolean atString() {
    char c = cursor.peek();
    return isQuote(c) || (c == '@' && isQuote(cursor.peek(1)));
  }

  private static boolean isQuote(char c) {
    return PowerShellText.isSingleQuote(c) || PowerShellText.isDoubleQuote(c);
  }

  /** Reads the literal here; one that never ends reaches to the end of the script. */
  void read(Excerpt.Builder value) {
    boolean here = cursor.peek() == '@';
    if (here) {
      cursor.next();
    }
    boolean expands = PowerShellText.isDoubleQuote(cursor.peek());
    cursor.next();
    if (here) {
      hereString(expands, value);
    } else {
      literal(expands, value);
    }
  }

  private void literal(boolean expands, Excerpt.Builder value) {
    while (cursor.more()) {
      char c = cursor.peek();
      if (closes(c, expands)) {
        if (!closes(cursor.peek(1), expands)) {
          cursor.next();
          return;
        }
        value.add(c, cursor.text(), cursor.at(), cursor.at() + 2);
        cursor.skip(2);
      } else if (c == '`' && expands) {
        escape(value);
      } else {
        value.add(cursor.text(), cursor.at());
        cursor.next();
      }
    }
  }

  private static boolean closes(char c, boolean expands) {
    return expands ? PowerShellText.isDoubleQuote(c) : PowerShellText.isSingleQuote(c);
  }

  /** A here-string begins on the next line and ends with its quote and {@code @} on a line. */
  private void hereString(boolean expands, Excerpt.Builder value) {
    while (cursor.more() && ExcerptCursor.isBlank(cursor.peek())) {
      cursor.next();
    }
    while (cursor.more() && !(closes(cursor.peek(), expands) && cursor.peek(1) == '@')) {
      value.add(cursor.text(), cursor.at());
      cursor.next();
    }
    cursor.skip(2);
    while (value.length() > 0 && isLineEnd(value.at(value.length() - 1))) {
      value.dropLast();
    }
  }

  private static boolean isLineEnd(char c) {
    return c == '\r' || c == '\n';
  }

  /** Reads a backtick and the character it escapes. */
  void escape(Excerpt.Builder value) {
    int tick = cursor.at();
    cursor.next();
    if (cursor.more()) {
      char meant = PowerShellText.escaped(cursor.peek());
      value.add(meant, cursor.text(), tick, tick + 2);
      cursor.next();
    }
  }
}
