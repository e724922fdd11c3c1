package dev.backflow.telemetry.source;

/** A record's bytes break the syntax of its encoding. The message names the place. */
public final class UnreadableRecordException extends Exception {
  UnreadableRecordException(String message) {
    super(message);
  }
}
