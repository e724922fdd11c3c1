package dev.backflow.export;

import org.jspecify.annotations.Nullable;

/**
 * A failure that another try may not meet: throttling, the network, a permission not yet granted.
 * Work stops and is delivered again. The message names what was tried and the remedy, if one is
 * known.
 */
public class TransientException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public TransientException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
