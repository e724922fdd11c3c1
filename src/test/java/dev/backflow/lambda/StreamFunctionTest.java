package dev.backflow.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backflow.export.TransientException;
import dev.backflow.pipeline.RunSummary;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamFunctionTest {
  private final List<String> read = new ArrayList<>();
  private final FakeContext context = new FakeContext();
  private final StreamFunction function = new StreamFunction(this::readRecord, () -> {});

  private RunSummary readRecord(StreamRecord record) {
    String text = new String(record.data(), UTF_8);
    if (text.equals("throttled")) {
      throw new TransientException("throttled", null);
    }
    read.add(record.sequenceNumber() + ":" + text);
    return RunSummary.NOTHING;
  }

  @Test
  void a_batch_is_read_in_order() throws IOException {
    assertThat(call(batch("a", "b"))).isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(read).containsExactly("1000:a", "1001:b");
  }

  @Test
  void the_first_failure_ends_the_batch_and_is_the_one_reported() throws IOException {
    assertThat(call(batch("a", "throttled", "b", "throttled")))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"1001\"}]}");
    assertThat(read).containsExactly("1000:a");
    assertThat(context.logged())
        .last()
        .asString()
        .contains("telemetry/shardId-000000000000/1001", "throttled");
  }

  @Test
  void an_empty_batch_is_a_success() throws IOException {
    assertThat(call("{\"Records\":[]}")).isEqualTo("{\"batchItemFailures\":[]}");
  }

  @Test
  void what_belongs_to_another_function_is_refused_with_its_name() {
    assertThatThrownBy(() -> call(Events.s3("b", "k")))
        .hasMessageContaining("StreamFunction reads batches of a Kinesis stream")
        .hasMessageContaining("for ExportFunction");
    assertThatThrownBy(() -> call(Events.sqs("x"))).hasMessageContaining("batch of a queue");
  }

  private static String batch(String... data) {
    byte[][] bytes = List.of(data).stream().map(d -> d.getBytes(UTF_8)).toArray(byte[][]::new);
    return Events.kinesis("telemetry", bytes);
  }

  private String call(String payload) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    function.handleRequest(new ByteArrayInputStream(payload.getBytes(UTF_8)), answer, context);
    return answer.toString(UTF_8);
  }
}
