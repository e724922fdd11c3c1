package dev.backflow.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backflow.aws.ObjectRef;
import dev.backflow.export.PermanentException;
import dev.backflow.export.TransientException;
import dev.backflow.pipeline.RunSummary;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExportFunctionTest {
  private final List<String> read = new ArrayList<>();
  private final FakeContext context = new FakeContext();
  private final ExportFunction function = new ExportFunction(this::readExport, () -> {});

  private RunSummary readExport(ObjectRef object) {
    switch (object.key()) {
      case "gone" -> throw new PermanentException(object + " is gone", null);
      case "denied" -> throw new TransientException(object + " denied", null);
      case "bug" -> throw new IllegalStateException();
      default -> read.add(object.key());
    }
    return RunSummary.NOTHING;
  }

  @Test
  void a_notification_is_answered_with_what_became_of_it() throws IOException {
    assertThat(call(Events.s3("b", "a b", "gone")))
        .isEqualTo("{\"read\":1,\"putAside\":1,\"ignored\":0}");
    assertThat(read).containsExactly("a b");
    assertThat(context.logged()).last().isEqualTo("put aside: s3://b/gone is gone");
  }

  @Test
  void a_test_event_is_a_success() throws IOException {
    assertThat(call("{\"Event\":\"s3:TestEvent\",\"Bucket\":\"b\"}"))
        .isEqualTo("{\"read\":0,\"putAside\":0,\"ignored\":1}");
  }

  @Test
  void a_notification_that_must_come_again_fails_as_a_whole() {
    assertThatThrownBy(() -> call(Events.s3("b", "a", "denied", "z")))
        .isInstanceOf(InvocationFailedException.class)
        .hasMessage("s3://b/denied denied");
    assertThat(read).containsExactly("a");
  }

  @Test
  void only_the_message_that_failed_comes_again() throws IOException {
    String answer =
        call(Events.sqs(Events.s3("b", "one"), Events.s3("b", "denied"), Events.s3("b", "two")));

    assertThat(answer).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m-1\"}]}");
    assertThat(read).containsExactly("one", "two");
  }

  @Test
  void a_message_whose_object_is_gone_does_not_come_again() throws IOException {
    assertThat(call(Events.sqs(Events.s3("b", "gone")))).isEqualTo("{\"batchItemFailures\":[]}");
  }

  @Test
  void a_message_no_one_can_read_is_left_for_the_dead_letter_queue() throws IOException {
    assertThat(call(Events.sqs("oops", Events.s3("b", "one"))))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m-0\"}]}");
    assertThat(read).containsExactly("one");
    assertThat(context.logged()).first().asString().contains("unreadable", "no JSON");
  }

  @Test
  void a_fault_of_ours_fails_its_message_and_no_other() throws IOException {
    assertThat(call(Events.sqs(Events.s3("b", "bug"), Events.s3("b", "one"))))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m-0\"}]}");
    assertThat(read).containsExactly("one");
    assertThat(context.logged()).first().asString().contains("IllegalStateException", "bug");
  }

  @Test
  void an_empty_batch_is_a_success() throws IOException {
    assertThat(call("{\"Records\":[]}")).isEqualTo("{\"batchItemFailures\":[]}");
  }

  @Test
  void messages_for_which_no_time_is_left_come_again() throws IOException {
    context.withRemainingMillis(() -> read.isEmpty() ? 100_000 : ExportFunction.RESERVE_MILLIS - 1);

    assertThat(call(Events.sqs(Events.s3("b", "one"), Events.s3("b", "two"))))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m-1\"}]}");
    assertThat(read).containsExactly("one");
  }

  @Test
  void what_belongs_to_another_function_is_refused_with_its_name() {
    assertThatThrownBy(() -> call(Events.kinesis("s", new byte[1])))
        .hasMessageContaining("ExportFunction reads notifications of S3")
        .hasMessageContaining("for StreamFunction");
    assertThatThrownBy(() -> call(Events.records(List.of(Events.change("INSERT", "s", "1")))))
        .hasMessageContaining("for NotifyFunction");
    assertThatThrownBy(() -> call("{\"hello\":1}")).hasMessageContaining("fields hello");
  }

  private String call(String payload) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    function.handleRequest(new ByteArrayInputStream(payload.getBytes(UTF_8)), answer, context);
    return answer.toString(UTF_8);
  }
}
