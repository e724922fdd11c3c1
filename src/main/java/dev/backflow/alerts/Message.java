package dev.backflow.alerts;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One message for one topic.
 *
 * @param topic who it is for
 * @param subject at most 99 printable ASCII characters, or null where the topic has none
 * @param body the text or JSON, at most 200 KB of UTF-8
 * @param attributes filterable attributes with at least one value each, the same on every topic
 */
public record Message(
    Topic topic, @Nullable String subject, String body, Map<String, List<String>> attributes) {

  public Message {
    attributes = Map.copyOf(attributes);
  }

  /** The three topics. */
  public enum Topic {
    /** OCSF, for programs. */
    MACHINE,
    /** Printable text, for people. */
    MAIL,
    /** Custom notification schema 1.0, for chat applications. */
    CHAT
  }
}
