package dev.backflow.lambda;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Tells from the payload alone what invoked a function: a queue, a stream, the table, S3, SNS or
 * EventBridge. There is no switch to set wrongly.
 */
final class Envelopes {
  private final EnvelopeJson json = new EnvelopeJson();
  private final Notices notices = new Notices(json);

  /** Reads an invocation's payload; what it does not know becomes {@link Invocation.Unknown}. */
  Invocation read(InputStream payload) {
    try {
      return read(json.parse(payload));
    } catch (EnvelopeJson.NotJson e) {
      return new Invocation.Unknown("the payload is no JSON: " + e.getMessage());
    }
  }

  private Invocation read(JsonValue payload) {
    JsonValue records = payload.path("Records");
    if (records.isArray()) {
      return records.elements().isEmpty() ? new Invocation.Empty() : batch(payload, records);
    }
    return direct(payload);
  }

  private Invocation batch(JsonValue payload, JsonValue records) {
    return switch (source(records.elements().get(0))) {
      case "aws:sqs" -> queue(records);
      case "aws:kinesis" -> stream(records);
      case "aws:dynamodb" -> changes(records);
      default -> direct(payload);
    };
  }

  private Invocation direct(JsonValue payload) {
    Notice notice = notices.read(payload);
    boolean nothingReadable = notice.objects().isEmpty() && notice.ignored().isEmpty();
    return nothingReadable && !notice.unreadable().isEmpty()
        ? new Invocation.Unknown(String.join("; ", notice.unreadable()))
        : new Invocation.Direct(notice);
  }

  private Invocation queue(JsonValue records) {
    List<Invocation.Message> messages = new ArrayList<>();
    for (JsonValue record : records.elements()) {
      if (!record.path("messageId").isText()) {
        return new Invocation.Unknown("a queue's record without messageId");
      }
      JsonValue body = record.path("body");
      messages.add(
          new Invocation.Message(
              record.path("messageId").text(),
              body.isText()
                  ? notices.read(body.text())
                  : Notice.unreadable("the message has no body")));
    }
    return new Invocation.Queue(messages);
  }

  private static Invocation stream(JsonValue records) {
    List<StreamRecord> batch = new ArrayList<>();
    for (JsonValue record : records.elements()) {
      JsonValue sequenceNumber = record.path("kinesis").path("sequenceNumber");
      JsonValue data = record.path("kinesis").path("data");
      if (!sequenceNumber.isText() || !data.isText()) {
        return new Invocation.Unknown("a Kinesis record without sequenceNumber or data");
      }
      try {
        batch.add(
            new StreamRecord(
                sequenceNumber.text(),
                before(record.path("eventID").text(), ':'),
                after(record.path("eventSourceARN").text(), '/'),
                Base64.getDecoder().decode(data.text())));
      } catch (IllegalArgumentException e) {
        return new Invocation.Unknown(
            "the data of Kinesis record " + sequenceNumber.text() + " is no base64");
      }
    }
    return new Invocation.Stream(batch);
  }

  private static Invocation changes(JsonValue records) {
    List<TableChange> changes = new ArrayList<>();
    for (JsonValue record : records.elements()) {
      JsonValue change = record.path("dynamodb");
      JsonValue sortKey = change.path("Keys").path("SK").path("S");
      if (!change.path("SequenceNumber").isText() || !sortKey.isText()) {
        return new Invocation.Unknown(
            "a record of a table's stream without SequenceNumber or SK: another table's?");
      }
      try {
        changes.add(
            new TableChange(
                record.path("eventName").text(),
                sortKey.text(),
                change.path("SequenceNumber").text(),
                Attributes.row(change.path("NewImage"))));
      } catch (IllegalArgumentException e) {
        return new Invocation.Unknown(
            "the row " + sortKey.text() + " of a table's stream: " + e.getMessage());
      }
    }
    return new Invocation.Changes(changes);
  }

  /** SNS alone writes the field with a capital letter. */
  private static String source(JsonValue record) {
    return record.path("eventSource").text() + record.path("EventSource").text();
  }

  private static String before(String text, char separator) {
    int at = text.indexOf(separator);
    return at < 0 ? text : text.substring(0, at);
  }

  private static String after(String text, char separator) {
    return text.substring(text.indexOf(separator) + 1);
  }
}
