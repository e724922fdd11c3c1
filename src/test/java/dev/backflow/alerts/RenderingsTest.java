package dev.backflow.alerts;

import static dev.backflow.alerts.AlertFixtures.alert;
import static dev.backflow.alerts.AlertFixtures.rdpByRenamedPlink;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.backflow.cases.Alert;
import dev.backflow.detection.Verdict;
import dev.backflow.export.TransientException;
import dev.backflow.triage.Detections;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RenderingsTest {
  private final Renderings renderings = new Renderings();

  @Test
  void every_topic_gets_a_message_with_the_same_attributes() {
    List<Message> messages = renderings.of(alert(rdpByRenamedPlink()));

    assertThat(messages).extracting(Message::topic).containsExactly(Message.Topic.values());
    assertThat(messages)
        .extracting(Message::attributes)
        .allSatisfy(
            a ->
                assertThat(a)
                    .isEqualTo(
                        Map.of(
                            "schema", List.of("backflow-1"),
                            "severity", List.of("critical"),
                            "tenant", List.of("acme"),
                            "action", List.of("create"),
                            "tool", List.of("plink"),
                            "exposed", List.of("rdp"),
                            "verdict", List.of("forward"))));
  }

  @Test
  void an_attribute_is_never_empty() {
    Alert hidden =
        alert(
            Detections.forward()
                .verdict(Verdict.HIDDEN)
                .forwards()
                .configFile("C:\\ProgramData\\c"));

    assertThat(renderings.of(hidden).get(0).attributes().get("exposed")).containsExactly("none");
  }

  @Test
  void a_chat_notification_is_threaded_by_case_and_escapes_what_telemetry_says()
      throws IOException {
    Alert alert =
        alert(rdpByRenamedPlink().user(null, "EXAMPLE", "<!channel>*[x](http://198.51.100.9)"));
    JsonNode chat = new JsonMapper().readTree(renderings.of(alert).get(2).body());

    assertThat(chat.path("version").asText()).isEqualTo("1.0");
    assertThat(chat.path("source").asText()).isEqualTo("custom");
    assertThat(chat.at("/metadata/threadId").asText()).isEqualTo(alert.snapshot().id());
    assertThat(chat.at("/content/nextSteps")).isNotEmpty();
    assertThat(chat.at("/content/description").asText())
        .contains("\\<\\!channel\\>\\*\\[x\\]\\(http://198.51.100.9\\)")
        .doesNotContain("<!channel>");
  }

  @Test
  void an_alert_is_marked_only_after_all_its_messages_were_sent() {
    List<String> calls = new ArrayList<>();
    Notifier notifier =
        new Notifier(
            message -> calls.add(message.topic().toString()),
            (alert, at) -> calls.add("published at " + at),
            InstantSource.fixed(Instant.parse("2026-03-02T03:00:00Z")));

    notifier.publish(alert(rdpByRenamedPlink()));

    assertThat(calls)
        .containsExactly("MACHINE", "MAIL", "CHAT", "published at 2026-03-02T03:00:00Z");
  }

  @Test
  void a_message_that_cannot_be_sent_leaves_the_alert_pending() {
    List<String> marked = new ArrayList<>();
    Notifier notifier =
        new Notifier(
            message -> {
              throw new TransientException("topic unreachable", null);
            },
            (alert, at) -> marked.add(alert.id()),
            InstantSource.system());

    assertThatThrownBy(() -> notifier.publish(alert(rdpByRenamedPlink())))
        .isInstanceOf(TransientException.class);
    assertThat(marked).isEmpty();
  }
}
