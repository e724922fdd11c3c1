package dev.backflow.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import dev.backflow.export.PermanentException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/** Reads telemetry from a Kinesis stream, shard by shard. */
public final class StreamFunction implements RequestStreamHandler {
  private final Envelopes envelopes = new Envelopes();
  private final StreamReader reader;

  StreamFunction(StreamReader reader) {
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
    for (StreamRecord record : records) {
      try {
        read(record, context);
      } catch (RuntimeException e) {
        context
            .getLogger()
            .log("to be delivered again from " + record + ": " + Failures.trace(e), LogLevel.ERROR);
        return List.of(record.sequenceNumber());
      }
    }
    return List.of();
  }

  private void read(StreamRecord record, Context context) {
    try {
      int part = 0;
      for (byte[] data : KplAggregate.split(record.data())) {
        reader.read(record, part++, data);
      }
    } catch (KplAggregate.MalformedException | PermanentException e) {
      context.getLogger().log("put aside: " + record + ": " + e.getMessage(), LogLevel.ERROR);
    }
  }
}
