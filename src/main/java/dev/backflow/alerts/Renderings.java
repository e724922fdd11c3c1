package dev.backflow.alerts;

import dev.backflow.cases.Alert;
import dev.backflow.cases.Case;
import dev.backflow.cases.Sighting;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One alert as the messages of all topics. */
public final class Renderings {
  /** The version of the messages' own contract, in the attribute {@code schema}. */
  static final String SCHEMA = "backflow-1";

  private final OcsfFinding ocsf = new OcsfFinding();
  private final ChatNotification chat = new ChatNotification();

  /** Returns the messages of an alert: machine, mail, chat. */
  public List<Message> of(Alert alert) {
    Map<String, List<String>> attributes = attributes(alert);
    MailText mail = new MailText(alert);
    return List.of(
        new Message(Message.Topic.MACHINE, null, ocsf.json(alert), attributes),
        new Message(Message.Topic.MAIL, mail.subject(), mail.text(), attributes),
        new Message(Message.Topic.CHAT, null, chat.json(alert), attributes));
  }

  private static Map<String, List<String>> attributes(Alert alert) {
    Case c = alert.snapshot();
    Sighting latest = c.latest();
    List<String> exposed =
        latest.forwards().isEmpty() ? List.of("none") : List.of(word(latest.service()));
    return Map.of(
        "schema", List.of(SCHEMA),
        "severity", List.of(c.worst().level().label()),
        "tenant", List.of(c.key().tenant()),
        "action", List.of(alert.activity().name().toLowerCase(Locale.ROOT)),
        "tool", List.of(latest.program()),
        "exposed", exposed,
        "verdict", List.of(latest.verdict().name().toLowerCase(Locale.ROOT)));
  }

  private static String word(String text) {
    return text.toLowerCase(Locale.ROOT).replace(' ', '-');
  }
}
