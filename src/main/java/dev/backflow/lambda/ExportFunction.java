package dev.backflow.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads exports that S3 tells of: by a notification of its own, through SNS or EventBridge, or in
 * the messages of a queue, CrowdStrike's included.
 */
public final class ExportFunction extends PrimedFunction implements RequestStreamHandler {
  /** Less than this left: the rest of a batch is better started afresh than killed half-way. */
  static final int RESERVE_MILLIS = 20_000;

  private final Envelopes envelopes = new Envelopes();
  private final NoticeReader notices;

  /** The constructor Lambda calls. */
  public ExportFunction() {
    this(Wiring.fromEnvironment());
  }

  private ExportFunction(Wiring wiring) {
    this(wiring.exports(), wiring::prime);
  }

  ExportFunction(ObjectReader reader, Runnable priming) {
    super(priming);
    notices = new NoticeReader(reader);
  }

  /**
   * Reads what the payload names.
   *
   * @throws InvocationFailedException where the payload itself must be delivered again, or cannot
   *     be understood; failures of a queue's messages are reported one by one instead
   */
  @Override
  public void handleRequest(InputStream payload, OutputStream answer, Context context)
      throws IOException {
    Invocation invocation = envelopes.read(payload);
    if (invocation instanceof Invocation.Queue queue) {
      Answers.batch(answer, failed(queue, context));
    } else if (invocation instanceof Invocation.Direct direct) {
      direct(direct.notice(), answer, context);
    } else if (invocation instanceof Invocation.Empty) {
      Answers.batch(answer, List.of());
    } else {
      throw InvocationFailedException.unexpected(
          invocation, "ExportFunction reads notifications of S3, directly or from a queue");
    }
  }

  private List<String> failed(Invocation.Queue queue, Context context) {
    List<String> failed = new ArrayList<>();
    for (Invocation.Message message : queue.messages()) {
      if (context.getRemainingTimeInMillis() < RESERVE_MILLIS) {
        context.getLogger().log("no time left for message " + message.id(), LogLevel.WARN);
        failed.add(message.id());
      } else if (notices.read(message.notice(), context.getLogger()).failure() != null) {
        failed.add(message.id());
      }
    }
    return failed;
  }

  private void direct(Notice notice, OutputStream answer, Context context) throws IOException {
    NoticeReader.Outcome outcome = notices.read(notice, context.getLogger());
    if (outcome.failure() != null) {
      throw new InvocationFailedException(outcome.failure());
    }
    Answers.direct(answer, outcome.read(), outcome.putAside(), outcome.ignored());
  }
}
