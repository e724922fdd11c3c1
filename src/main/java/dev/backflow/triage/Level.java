package dev.backflow.triage;

import java.util.Locale;

/**
 * Severity levels with the score each begins at (tradecraft: low &lt; 30, medium, 55, high, 80).
 */
public enum Level {
  LOW(0),
  MEDIUM(30),
  HIGH(55),
  CRITICAL(80);

  private final int from;

  Level(int from) {
    this.from = from;
  }

  /** Returns the level of a score. */
  static Level of(int score) {
    Level found = LOW;
    for (Level level : values()) {
      if (score >= level.from) {
        found = level;
      }
    }
    return found;
  }

  /** Returns the lowest score of the level. */
  int from() {
    return from;
  }

  /** Returns the lower-case word used in output. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
