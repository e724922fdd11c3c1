package dev.backflow.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import dev.backflow.export.PermanentException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/** Publishes alerts that cases wait to have published, as the table's stream tells of them. */
public final class NotifyFunction extends PrimedFunction implements RequestStreamHandler {
  private static final String ALERT = "ALERT#";

  private final Envelopes envelopes = new Envelopes();
  private final AlertNotifier notifier;

  /** The constructor Lambda calls. */
  public NotifyFunction() {
    this(Wiring.fromEnvironment());
  }

  private NotifyFunction(Wiring wiring) {
    this(wiring.alerts(), wiring::prime);
  }

  NotifyFunction(AlertNotifier notifier, Runnable priming) {
    super(priming);
    this.notifier = notifier;
  }

  /**
   * Publishes in order and stops at the first failure: Lambda delivers again from the lowest
   * sequence number that is reported, so that to go on would only publish twice.
   *
   * @throws InvocationFailedException where the payload is no batch of the table's stream
   */
  @Override
  public void handleRequest(InputStream payload, OutputStream answer, Context context)
      throws IOException {
    Invocation invocation = envelopes.read(payload);
    if (invocation instanceof Invocation.Changes batch) {
      Answers.batch(answer, publish(batch.changes(), context));
    } else if (invocation instanceof Invocation.Empty) {
      Answers.batch(answer, List.of());
    } else {
      throw InvocationFailedException.unexpected(
          invocation, "NotifyFunction reads the stream of Backflow's table");
    }
  }

  private List<String> publish(List<TableChange> changes, Context context) {
    for (TableChange change : changes) {
      if (!isNewAlert(change)) {
        continue;
      }
      try {
        notifier.publish(change.newImage());
      } catch (PermanentException e) {
        context
            .getLogger()
            .log("left pending: " + change.sortKey() + ": " + e.getMessage(), LogLevel.ERROR);
      } catch (RuntimeException e) {
        context
            .getLogger()
            .log(
                "to be delivered again from "
                    + change.sequenceNumber()
                    + " ("
                    + change.sortKey()
                    + "): "
                    + Failures.trace(e),
                LogLevel.ERROR);
        return List.of(change.sequenceNumber());
      }
    }
    return List.of();
  }

  /** The mapping's filter says the same; a stream mapped without it must not publish more. */
  private static boolean isNewAlert(TableChange change) {
    return change.kind().equals("INSERT") && change.sortKey().startsWith(ALERT);
  }
}
