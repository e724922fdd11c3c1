package dev.backflow.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backflow.alerts.Message;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicsTest {
  @Test
  void each_kind_of_message_has_its_topic() {
    assertThat(
            Topics.from(
                Map.of(
                    "BACKFLOW_MACHINE_TOPIC", "arn:1",
                    "BACKFLOW_MAIL_TOPIC", "arn:2",
                    "BACKFLOW_CHAT_TOPIC", "arn:3")))
        .isEqualTo(
            Map.of(
                Message.Topic.MACHINE, "arn:1",
                Message.Topic.MAIL, "arn:2",
                Message.Topic.CHAT, "arn:3"));
  }

  @Test
  void a_missing_topic_is_named() {
    assertThatThrownBy(() -> Topics.from(Map.of("BACKFLOW_MACHINE_TOPIC", "arn:1")))
        .hasMessageContaining("BACKFLOW_MAIL_TOPIC");
  }
}
