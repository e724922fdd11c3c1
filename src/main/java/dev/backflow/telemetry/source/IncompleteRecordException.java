package dev.backflow.telemetry.source;

import org.jspecify.annotations.Nullable;

/** A record of a known source lacks a value that makes it an event. The message names it. */
public final class IncompleteRecordException extends RuntimeException {
  IncompleteRecordException(String message) {
    super(message);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }

  /** Returns the value, or complains that the record of this kind lacks it. */
  static <T> T require(@Nullable T value, String kind, String field) {
    if (value == null) {
      throw new IncompleteRecordException("a " + kind + " record without a readable " + field);
    }
    return value;
  }
}
