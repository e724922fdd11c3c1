package dev.backflow.aws;

import org.jspecify.annotations.Nullable;

/**
 * Something that no repetition mends: an object that is gone. Whoever meets it puts the item aside
 * with the reason, counts it, and goes on.
 */
public final class PermanentFailureException extends Exception {
  public PermanentFailureException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
