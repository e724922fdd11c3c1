package dev.backflow.alerts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.backflow.cases.Alert;
import dev.backflow.cases.Case;
import dev.backflow.cases.Sighting;
import dev.backflow.triage.ForwardText;
import java.util.stream.Collectors;

/**
 * An alert as Amazon Q Developer in chat applications shows it: custom notification schema 1.0. The
 * case id is the thread, so that a case is one conversation.
 */
final class ChatNotification {
  private static final int TEXT_AT_MOST = 600;

  private final JsonMapper mapper = new JsonMapper();

  String json(Alert alert) {
    Case c = alert.snapshot();
    ObjectNode root = mapper.createObjectNode();
    root.put("version", "1.0");
    root.put("source", "custom");
    root.put("id", alert.id());
    ObjectNode content = root.putObject("content");
    content.put("textType", "client-markdown");
    content.put("title", Headline.subject(c));
    content.put("description", description(alert));
    ArrayNode steps = content.putArray("nextSteps");
    NextSteps.of(c).forEach(step -> steps.add(markdown(step)));
    content.putArray("keywords").add(c.key().tenant()).add(c.worst().level().label());
    ObjectNode metadata = root.putObject("metadata");
    metadata.put("threadId", c.id());
    metadata.put("summary", Headline.subject(c));
    metadata.put("eventType", alert.activity().name());
    metadata.putArray("relatedResources").add(Printable.brief(c.latest().hostName(), 200));
    try {
      return mapper.writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("alert " + alert.id() + " is not JSON", e);
    }
  }

  private static String description(Alert alert) {
    Case c = alert.snapshot();
    Sighting latest = c.latest();
    String forwards =
        latest.forwards().stream().map(ForwardText::arrow).collect(Collectors.joining(", "));
    return String.join(
        "\n",
        "*Host* " + markdown(latest.hostName()) + " *User* " + markdown(latest.account()),
        "*Forward* " + markdown(forwards.isEmpty() ? "not readable" : forwards),
        "*Server* " + markdown(c.key().serverText()),
        "*Since* " + c.firstSeen() + ", " + c.sightings() + " sightings, " + Headline.state(latest),
        "*Why now* " + markdown(alert.cause()),
        "`" + Printable.brief(latest.commandLine(), TEXT_AT_MOST).replace('`', '\'') + "`");
  }

  /** Telemetry must not write links, mentions or formatting of its own. */
  private static String markdown(String raw) {
    StringBuilder out = new StringBuilder();
    Printable.brief(raw, TEXT_AT_MOST)
        .codePoints()
        .forEach(
            ch -> {
              if ("*_~`[]()<>@#!|\\".indexOf(ch) >= 0) {
                out.append('\\');
              }
              out.appendCodePoint(ch);
            });
    return out.toString();
  }
}
