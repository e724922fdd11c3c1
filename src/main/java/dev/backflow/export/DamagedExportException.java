package dev.backflow.export;

import java.io.IOException;

/** The export's own bytes are at fault: permanent, in contrast to a stream that fails. */
final class DamagedExportException extends IOException {
  private final PutAside.Cause cause;

  DamagedExportException(PutAside.Cause cause, String reason) {
    super(reason);
    this.cause = cause;
  }

  PutAside.Cause damage() {
    return cause;
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
