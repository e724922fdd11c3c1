package dev.backflow.commandline;

/**
 * A position in a text that counts every character looked at, so that a test can hold each parser
 * to a number of steps proportional to its input instead of to a time.
 */
final class Cursor {
  /** What {@link #peek} gives past the end: no character of a command line, which ends at a NUL. */
  static final char END = '\0';

  private final String text;
  private final int end;
  private final StepCount steps;
  private int at;

  Cursor(String text, int start, int end, StepCount steps) {
    this.text = text;
    this.at = start;
    this.end = end;
    this.steps = steps;
  }

  Cursor(String text, StepCount steps) {
    this(text, 0, text.length(), steps);
  }

  /** Returns the character here, or {@link #END} past the last one. */
  char peek() {
    steps.count++;
    return at < end ? text.charAt(at) : END;
  }

  /** Returns the character {@code ahead} places further on, or {@link #END} past the last one. */
  char peek(int ahead) {
    steps.count++;
    return at + ahead < end ? text.charAt(at + ahead) : END;
  }

  void advance() {
    at++;
  }

  void advance(int places) {
    at += places;
  }

  /** Passes what {@link Numbers#isSpace} accepts. */
  void skipSpace() {
    while (Numbers.isSpace(peek())) {
      at++;
    }
  }

  boolean atEnd() {
    return at >= end;
  }

  int at() {
    return at;
  }

  /** Returns the text from {@code from} up to here. */
  String since(int from) {
    return text.substring(from, Math.min(at, end));
  }

  /** Returns the text from here on. */
  String rest() {
    return text.substring(Math.min(at, end), end);
  }

  /** Returns whether something is left, and none of it is one of these characters. */
  boolean restIsPlain(CharSet special) {
    for (int i = at; i < end; i++) {
      steps.count++;
      if (special.has(text.charAt(i))) {
        return false;
      }
    }
    return at < end;
  }

  /** Appends the character here to {@code out} and moves on. */
  void take(StringBuilder out) {
    out.append(text.charAt(at++));
  }

  /** Passes blanks and tabs. */
  void skipBlanks() {
    while (isBlank(peek())) {
      at++;
    }
  }

  /** Windows separates arguments at these two alone. */
  static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
