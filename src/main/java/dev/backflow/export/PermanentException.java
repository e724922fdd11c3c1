package dev.backflow.export;

import org.jspecify.annotations.Nullable;

/**
 * A failure that every further try would meet: an object that is gone, a request that can never be
 * right. It is put aside with its reason, counted, and the work goes on. The message names the
 * place and the remedy, if one is known.
 */
public class PermanentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public PermanentException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
