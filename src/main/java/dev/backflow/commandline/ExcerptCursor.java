package dev.backflow.commandline;

/** Moves over an excerpt character by character and counts every move. */
final class ExcerptCursor {
  /** What {@link #peek} returns past the end; no command line holds it. */
  static final char END = '\0';

  private final Excerpt text;
  private final StepCount steps;
  private int at;

  ExcerptCursor(Excerpt text, StepCount steps) {
    this(text, 0, steps);
  }

  ExcerptCursor(Excerpt text, int at, StepCount steps) {
    this.text = text;
    this.at = at;
    this.steps = steps;
  }

  Excerpt text() {
    return text;
  }

  int at() {
    return at;
  }

  boolean more() {
    return at < text.length();
  }

  char peek() {
    return peek(0);
  }

  char peek(int ahead) {
    return at + ahead < text.length() ? text.at(at + ahead) : END;
  }

  void next() {
    skip(1);
  }

  void skip(int characters) {
    at = Math.min(at + characters, text.length());
    steps.count += characters;
  }

  void skipBlanks() {
    while (more() && isBlank(peek())) {
      next();
    }
  }

  void skipWord() {
    while (more() && !isBlank(peek())) {
      next();
    }
  }

  Excerpt rest() {
    return text.from(at);
  }

  /** Blank as Windows argument splitting has it, and line ends, which shells also take for one. */
  static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }
}
