package dev.backflow.aws;

import org.jspecify.annotations.Nullable;

/**
 * Something that can go well the next time: throttling, a network, a permission that is missing
 * until someone grants it. Whoever meets it stops, and reports the item it was working on as
 * failed, so that it is delivered again.
 */
public final class TransientFailureException extends RuntimeException {
  public TransientFailureException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
