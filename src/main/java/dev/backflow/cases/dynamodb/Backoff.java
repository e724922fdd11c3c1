package dev.backflow.cases.dynamodb;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Waits between tries, each wait drawn evenly between nothing and a bound that doubles ("full
 * jitter", AWS Architecture Blog, Exponential Backoff And Jitter, 2015).
 */
final class Backoff {
  private static final long FIRST_BOUND_MILLIS = 25;
  private static final long LAST_BOUND_MILLIS = 2_000;

  private final RandomGenerator random;
  private final Sleeper sleeper;

  Backoff(RandomGenerator random, Sleeper sleeper) {
    this.random = random;
    this.sleeper = sleeper;
  }

  /** How a wait is spent; injected so that tests do not wait. */
  @FunctionalInterface
  interface Sleeper {
    void sleep(Duration time) throws InterruptedException;
  }

  /** Waits after a try, counted from 0. */
  void pause(int attempt) {
    long bound = Math.min(LAST_BOUND_MILLIS, FIRST_BOUND_MILLIS << Math.min(attempt, 10));
    try {
      sleeper.sleep(Duration.ofMillis(random.nextLong(bound + 1)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
