package dev.backflow.lambda;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import dev.backflow.aws.ObjectRef;
import dev.backflow.export.PermanentException;
import dev.backflow.pipeline.RunSummary;
import org.jspecify.annotations.Nullable;

/** Reads every object of a notice, and says whether the notice must be delivered again. */
final class NoticeReader {
  private final ObjectReader reader;

  NoticeReader(ObjectReader reader) {
    this.reader = reader;
  }

  /**
   * What became of a notice.
   *
   * @param failure why it must be delivered again, or null if it need not
   */
  record Outcome(int read, int putAside, int ignored, @Nullable String failure) {}

  /**
   * Reads the objects in order and stops at the first that must be delivered again; those before it
   * are done, and reading them once more changes nothing.
   */
  Outcome read(Notice notice, LambdaLogger log) {
    notice.ignored().forEach(reason -> log.log("ignored: " + reason, LogLevel.INFO));
    int read = 0;
    int putAside = 0;
    for (ObjectRef object : notice.objects()) {
      try {
        RunSummary summary = reader.read(object);
        log.log("read " + object + ": " + Summaries.text(summary), LogLevel.INFO);
        read++;
      } catch (PermanentException e) {
        putAside++;
        log.log("put aside: " + e.getMessage(), LogLevel.ERROR);
      } catch (RuntimeException e) {
        log.log("to be delivered again: " + object + ": " + Failures.trace(e), LogLevel.ERROR);
        return new Outcome(read, putAside, notice.ignored().size(), message(object, e));
      }
    }
    return new Outcome(read, putAside, notice.ignored().size(), unreadable(notice, log));
  }

  /** What no one can read fails, so that it ends in the dead-letter queue as it came. */
  private static @Nullable String unreadable(Notice notice, LambdaLogger log) {
    if (notice.unreadable().isEmpty()) {
      return null;
    }
    String reasons = String.join("; ", notice.unreadable());
    log.log("unreadable: " + reasons, LogLevel.ERROR);
    return reasons;
  }

  private static String message(ObjectRef object, RuntimeException failure) {
    String message = failure.getMessage();
    return message == null ? object + ": " + failure.getClass().getSimpleName() : message;
  }
}
