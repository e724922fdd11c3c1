package dev.backflow.commandline;

/**
 * The characters PowerShell takes for quotes and dashes; typographic ones count (about_Quoting).
 */
final class PowerShellText {
  private PowerShellText() {}

  static boolean isSingleQuote(char c) {
    return c == '\'' || (c >= '\u2018' && c <= '\u201b');
  }

  static boolean isDoubleQuote(char c) {
    return c == '"' || (c >= '\u201c' && c <= '\u201e');
  }

  static boolean isDash(char c) {
    return c == '-' || (c >= '\u2013' && c <= '\u2015');
  }

  /** Returns the character a backtick makes of the one after it. */
  static char escaped(char c) {
    return switch (c) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> c;
    };
  }

  /** Returns whether the character ends a command. */
  static boolean separates(char c) {
    return c == ';' || c == '\n' || c == '\r' || c == '|' || c == '&' || closes(c);
  }

  static boolean closes(char c) {
    return c == ')' || c == '}';
  }
}
