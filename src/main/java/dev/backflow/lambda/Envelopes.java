package dev.backflow.lambda;

import com.fasterxml.jackson.databind.JsonNode;
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

  private Invocation read(JsonNode payload) {
    JsonNode records = payload.path("Records");
    if (records.isArray()) {
      return records.isEmpty() ? new Invocation.Empty() : batch(payload, records);
    }
    return direct(payload);
  }

  private Invocation batch(JsonNode payload, JsonNode records) {
    return switch (source(records.get(0))) {
      case "aws:sqs" -> queue(records);
      case "aws:kinesis" -> stream(records);
      case "aws:dynamodb" -> changes(records);
      default -> direct(payload);
    };
  }

  private Invocation direct(JsonNode payload) {
    Notice notice = notices.read(payload);
    boolean nothingReadable = notice.objects().isEmpty() && notice.ignored().isEmpty();
    return nothingReadable && !notice.unreadable().isEmpty()
        ? new Invocation.Unknown(String.join("; ", notice.unreadable()))
        : new Invocation.Direct(notice);
  }

  private Invocation queue(JsonNode records) {
    List<Invocation.Message> messages = new ArrayList<>();
    for (JsonNode record : records) {
      if (!record.path("messageId").isTextual()) {
        return new Invocation.Unknown("a queue's record without messageId");
      }
      JsonNode body = record.path("body");
      messages.add(
          new Invocation.Message(
              record.path("messageId").textValue(),
              body.isTextual()
                  ? notices.read(body.textValue())
                  : Notice.unreadable("the message has no body")));
    }
    return new Invocation.Queue(messages);
  }

  private static Invocation stream(JsonNode records) {
    List<StreamRecord> batch = new ArrayList<>();
    for (JsonNode record : records) {
      JsonNode sequenceNumber = record.path("kinesis").path("sequenceNumber");
      JsonNode data = record.path("kinesis").path("data");
      if (!sequenceNumber.isTextual() || !data.isTextual()) {
        return new Invocation.Unknown("a Kinesis record without sequenceNumber or data");
      }
      try {
        batch.add(
            new StreamRecord(
                sequenceNumber.textValue(),
                before(record.path("eventID").asText(), ':'),
                after(record.path("eventSourceARN").asText(), '/'),
                Base64.getDecoder().decode(data.textValue())));
      } catch (IllegalArgumentException e) {
        return new Invocation.Unknown(
            "the data of Kinesis record " + sequenceNumber.textValue() + " is no base64");
      }
    }
    return new Invocation.Stream(batch);
  }

  private static Invocation changes(JsonNode records) {
    List<TableChange> changes = new ArrayList<>();
    for (JsonNode record : records) {
      JsonNode change = record.path("dynamodb");
      JsonNode sortKey = change.path("Keys").path("SK").path("S");
      if (!change.path("SequenceNumber").isTextual() || !sortKey.isTextual()) {
        return new Invocation.Unknown(
            "a record of a table's stream without SequenceNumber or SK: another table's?");
      }
      try {
        changes.add(
            new TableChange(
                record.path("eventName").asText(),
                sortKey.textValue(),
                change.path("SequenceNumber").textValue(),
                Attributes.row(change.path("NewImage"))));
      } catch (IllegalArgumentException e) {
        return new Invocation.Unknown(
            "the row " + sortKey.textValue() + " of a table's stream: " + e.getMessage());
      }
    }
    return new Invocation.Changes(changes);
  }

  /** SNS alone writes the field with a capital letter. */
  private static String source(JsonNode record) {
    return record.path("eventSource").asText(record.path("EventSource").asText());
  }

  private static String before(String text, char separator) {
    int at = text.indexOf(separator);
    return at < 0 ? text : text.substring(0, at);
  }

  private static String after(String text, char separator) {
    return text.substring(text.indexOf(separator) + 1);
  }
}
