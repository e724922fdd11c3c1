package dev.backflow.lambda;

import dev.backflow.alerts.Message;
import java.util.EnumMap;
import java.util.Map;

/** The topics' ARNs as the deployment gives them. */
final class Topics {
  private Topics() {}

  /**
   * Reads {@code BACKFLOW_MACHINE_TOPIC}, {@code BACKFLOW_MAIL_TOPIC} and {@code
   * BACKFLOW_CHAT_TOPIC}.
   *
   * @throws IllegalStateException naming the variable that is missing: an alert that goes nowhere
   *     must not look like one that was sent
   */
  static Map<Message.Topic, String> from(Map<String, String> environment) {
    Map<Message.Topic, String> topics = new EnumMap<>(Message.Topic.class);
    for (Message.Topic topic : Message.Topic.values()) {
      topics.put(topic, Settings.required(environment, "BACKFLOW_" + topic + "_TOPIC"));
    }
    return topics;
  }
}
