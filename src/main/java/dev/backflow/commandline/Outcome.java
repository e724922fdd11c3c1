package dev.backflow.commandline;

import org.jspecify.annotations.Nullable;

/** What becomes of a run, as far as its line tells. */
public sealed interface Outcome {
  /** The program goes on to connect. */
  record Connects() implements Outcome {}

  /**
   * The program prints something, or speaks to another process, and makes no connection.
   *
   * @param why what it does instead
   */
  record Informs(String why) implements Outcome {}

  /**
   * The program ends with an error before it connects.
   *
   * @param argument index of the argument it stumbles over, or null when it is the whole line
   * @param why what it complains of
   */
  record Refuses(@Nullable Integer argument, String why) implements Outcome {}

  /** The value of {@link Connects}, which has no parts. */
  Outcome CONNECTS = new Connects();
}
