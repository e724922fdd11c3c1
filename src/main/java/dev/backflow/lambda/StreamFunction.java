package dev.backflow.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import dev.backflow.pipeline.RunSummary;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/** Reads telemetry from a Kinesis stream, shard by shard. */
public final class StreamFunction extends PrimedFunction implements RequestStreamHandler {
  private final Envelopes envelopes = new Envelopes();
  private final StreamReader reader;

  /** The constructor Lambda calls. */
  public StreamFunction() {
    this(Wiring.fromEnvironment());
  }

  private StreamFunction(Wiring wiring) {
    this(wiring.streams(), wiring::prime);
  }

  StreamFunction(StreamReader reader, Runnable priming) {
    super(priming);
    this.reader = reader;
  }

  /**
   * Reads in the shard's order and stops at the first failure: Lambda delivers again from the
   * lowest sequence number that is reported.
   *
   * @throws InvocationFailedException where the payload is no batch of a Kinesis stream
   */
  @Override
  public void handleRequest(InputStream payload, OutputStream answer, Context context)
      throws IOException {
    Invocation invocation = envelopes.read(payload);
    if (invocation instanceof Invocation.Stream batch) {
      Answers.batch(answer, read(batch.records(), context));
    } else if (invocation instanceof Invocation.Empty) {
      Answers.batch(answer, List.of());
    } else {
      throw InvocationFailedException.unexpected(
          invocation, "StreamFunction reads batches of a Kinesis stream");
    }
  }

  private List<String> read(List<StreamRecord> records, Context context) {
    RunSummary all = RunSummary.NOTHING;
    for (StreamRecord record : records) {
      try {
        all = all.plus(reader.read(record));
      } catch (RuntimeException e) {
        context.getLogger().log("read before that: " + Summaries.text(all), LogLevel.INFO);
        context
            .getLogger()
            .log("to be delivered again from " + record + ": " + Failures.trace(e), LogLevel.ERROR);
        return List.of(record.sequenceNumber());
      }
    }
    context.getLogger().log("read: " + Summaries.text(all), LogLevel.INFO);
    return List.of();
  }
}
