package dev.backflow.commandline;

/** Numbers as the C library and OpenSSH's compat/strtonum.c and misc.c read them. */
final class Numbers {
  /** What a reader of this class gives for text that is no number in its range. */
  static final int NONE = -1;

  private static final String TIME_UNITS = "smhdw";
  private static final long[] SECONDS = {1, 60, 3600, 86_400, 604_800};

  private Numbers() {}

  /**
   * Reads a whole text as a decimal number: leading white space, a sign and zeros pass.
   *
   * @return the number, or {@link #NONE} when it is none or not between {@code least} and {@code
   *     most}
   */
  static int strtonum(String text, int least, int most) {
    int at = skipSpace(text, 0);
    boolean negative = at < text.length() && text.charAt(at) == '-';
    if (at < text.length() && (negative || text.charAt(at) == '+')) {
      at++;
    }
    int digits = at;
    long value = 0;
    while (at < text.length() && isDigit(text.charAt(at))) {
      value = Math.min(value * 10 + (text.charAt(at) - '0'), Integer.MAX_VALUE + 1L);
      at++;
    }
    if (at == digits || at != text.length()) {
      return NONE;
    }
    long signed = negative ? -value : value;
    return signed < least || signed > most ? NONE : (int) signed;
  }

  /** Reads the number that a text begins with, 0 when it begins with none, as {@code atoi}. */
  static int atoi(String text) {
    int at = skipSpace(text, 0);
    boolean negative = at < text.length() && text.charAt(at) == '-';
    if (at < text.length() && (negative || text.charAt(at) == '+')) {
      at++;
    }
    long value = 0;
    while (at < text.length() && isDigit(text.charAt(at))) {
      value = Math.min(value * 10 + (text.charAt(at) - '0'), Integer.MAX_VALUE);
      at++;
    }
    return (int) (negative ? -value : value);
  }

  /**
   * Reads a TCP port: a number from 0 to 65535 or a service name (misc.c, {@code a2port}).
   *
   * @return the port, or {@link #NONE}
   */
  static int port(String text) {
    int number = strtonum(text, 0, 65_535);
    return number >= 0 ? number : TcpServices.port(text);
  }

  /** Reads a time such as {@code 90}, {@code 1h30m}, in seconds, or {@link #NONE}. */
  static int time(String text) {
    long total = 0;
    int at = 0;
    while (at < text.length()) {
      int digits = skipSpace(text, at);
      if (digits < text.length() && text.charAt(digits) == '+') {
        digits++;
      }
      int end = digits;
      long value = 0;
      while (end < text.length() && isDigit(text.charAt(end))) {
        value = Math.min(value * 10 + (text.charAt(end) - '0'), Integer.MAX_VALUE + 1L);
        end++;
      }
      if (end == digits) {
        return NONE;
      }
      long unit = 1;
      if (end < text.length()) {
        int which = TIME_UNITS.indexOf(Character.toLowerCase(text.charAt(end)));
        if (which < 0) {
          return NONE;
        }
        unit = SECONDS[which];
        end++;
      }
      total += value * unit;
      if (total > Integer.MAX_VALUE) {
        return NONE;
      }
      at = end;
    }
    return text.isEmpty() ? NONE : (int) total;
  }

  /** Returns whether C's {@code isspace} holds. */
  static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int skipSpace(String text, int from) {
    int at = from;
    while (at < text.length() && isSpace(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
