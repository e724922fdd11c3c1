package dev.backflow.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backflow.export.PermanentException;
import dev.backflow.export.TransientException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class NotifyFunctionTest {
  private final List<String> published = new ArrayList<>();
  private final FakeContext context = new FakeContext();
  private final NotifyFunction function = new NotifyFunction(this::publish, () -> {});

  private void publish(Map<String, AttributeValue> row) {
    String sortKey = row.get("SK").s();
    if (sortKey.endsWith("throttled")) {
      throw new TransientException("throttled", null);
    }
    if (sortKey.endsWith("refused")) {
      throw new PermanentException("refused", null);
    }
    published.add(sortKey);
  }

  @Test
  void new_alerts_are_published_in_order() throws IOException {
    assertThat(
            call(Events.change("INSERT", "ALERT#a", "1"), Events.change("INSERT", "ALERT#b", "2")))
        .isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(published).containsExactly("ALERT#a", "ALERT#b");
  }

  @Test
  void other_rows_and_other_changes_are_passed_over() throws IOException {
    call(
        Events.change("INSERT", "CASE", "1"),
        Events.change("INSERT", "SIGHTING#s", "2"),
        Events.change("MODIFY", "ALERT#a", "3"),
        Events.change("REMOVE", "ALERT#a", "4"));
    assertThat(published).isEmpty();
  }

  @Test
  void the_first_failure_ends_the_batch_and_is_the_one_reported() throws IOException {
    assertThat(
            call(
                Events.change("INSERT", "ALERT#a", "1"),
                Events.change("INSERT", "ALERT#throttled", "2"),
                Events.change("INSERT", "ALERT#c", "3")))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"2\"}]}");
    assertThat(published).containsExactly("ALERT#a");
    assertThat(context.logged()).singleElement().asString().contains("ALERT#throttled");
  }

  @Test
  void an_alert_that_no_topic_takes_does_not_block_those_after_it() throws IOException {
    assertThat(
            call(
                Events.change("INSERT", "ALERT#refused", "1"),
                Events.change("INSERT", "ALERT#b", "2")))
        .isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(published).containsExactly("ALERT#b");
    assertThat(context.logged()).containsExactly("left pending: ALERT#refused: refused");
  }

  @Test
  void an_empty_batch_is_a_success() throws IOException {
    assertThat(call()).isEqualTo("{\"batchItemFailures\":[]}");
  }

  @Test
  void what_belongs_to_another_function_is_refused_with_its_name() {
    assertThatThrownBy(() -> invoke(Events.s3("b", "k")))
        .hasMessageContaining("NotifyFunction reads the stream of Backflow's table")
        .hasMessageContaining("for ExportFunction");
  }

  private String call(String... changes) throws IOException {
    return invoke(Events.records(List.of(changes)));
  }

  private String invoke(String payload) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    function.handleRequest(new ByteArrayInputStream(payload.getBytes(UTF_8)), answer, context);
    return answer.toString(UTF_8);
  }
}
