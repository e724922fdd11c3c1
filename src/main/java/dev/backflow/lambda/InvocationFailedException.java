package dev.backflow.lambda;

/**
 * An invocation that fails as a whole: Lambda delivers it again, and keeps it in the end where the
 * function's failures go.
 */
final class InvocationFailedException extends RuntimeException {
  InvocationFailedException(String message) {
    super(message);
  }

  /** For what reached the wrong function, or none that there is. */
  static InvocationFailedException unexpected(Invocation invocation, String expected) {
    return new InvocationFailedException(
        expected
            + "; this is "
            + describe(invocation)
            + ". Check what is mapped to the function, or the event given by hand.");
  }

  private static String describe(Invocation invocation) {
    if (invocation instanceof Invocation.Unknown unknown) {
      return "something else: " + unknown.reason();
    }
    if (invocation instanceof Invocation.Stream) {
      return "a batch of a Kinesis stream (for StreamFunction)";
    }
    if (invocation instanceof Invocation.Changes) {
      return "a batch of the table's stream (for NotifyFunction)";
    }
    if (invocation instanceof Invocation.Queue) {
      return "a batch of a queue (for ExportFunction)";
    }
    return "a notification of S3 (for ExportFunction)";
  }
}
