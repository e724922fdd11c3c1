package dev.backflow.triage;

import java.util.Locale;

/**
 * A trait by which tunnels on several hosts are one intruder's work.
 *
 * @param kind which trait
 * @param value its value, in the form that compares
 */
public record Scope(Kind kind, String value) {
  /** The traits, by the names their rows carry. */
  public enum Kind {
    SERVER,
    LOGIN,
    KEYFILE,
    SHA256,
    FORWARD;

    /** Returns the lower-case word used in keys and output. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
