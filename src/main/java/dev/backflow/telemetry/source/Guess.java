package dev.backflow.telemetry.source;

import org.jspecify.annotations.Nullable;

/**
 * Which name comes next in a record, the one met last first.
 *
 * @param otherwise the next guess when this one is wrong, null for none
 */
record Guess(Member member, @Nullable Guess otherwise) {
  /** A wrong guess costs a comparison, a look-up that is spared some ten of them. */
  private static final int MOST = 4;

  /** Returns guesses that begin with a member and go on with what was guessed so far. */
  static Guess of(Member member, @Nullable Guess soFar) {
    return new Guess(member, first(MOST - 1, soFar));
  }

  private static @Nullable Guess first(int count, @Nullable Guess guess) {
    return guess == null || count == 0
        ? null
        : new Guess(guess.member, first(count - 1, guess.otherwise));
  }
}
