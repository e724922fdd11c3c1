package dev.backflow.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backflow.aws.ObjectRef;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what tells of new objects, from its content alone: S3's own notification and test event,
 * its EventBridge form, either of them wrapped by SNS, CrowdStrike's own message of a batch of
 * files, and the record Lambda keeps of an invocation that failed (so that what stands in a
 * dead-letter queue can be delivered again as it is).
 */
final class Notices {
  /** S3 → SNS → SQS is two; a failed invocation's record around it three. */
  private static final int DEEPEST = 5;

  private final EnvelopeJson json;

  Notices(EnvelopeJson json) {
    this.json = json;
  }

  /** Reads the text of a message. */
  Notice read(String body) {
    return read(body, 0);
  }

  /** Reads what is JSON already. */
  Notice read(JsonNode body) {
    return read(body, 0);
  }

  private Notice read(String body, int depth) {
    try {
      return read(json.parse(body), depth);
    } catch (EnvelopeJson.NotJson e) {
      return Notice.unreadable("the message is no JSON: " + e.getMessage());
    }
  }

  private Notice read(JsonNode body, int depth) {
    if (depth > DEEPEST) {
      return Notice.unreadable("wrapped more than " + DEEPEST + " times");
    }
    if (body.path("Records").isArray()) {
      return records(body.path("Records"), depth);
    }
    if ("s3:TestEvent".equals(body.path("Event").asText())) {
      return Notice.ignored("s3:TestEvent of bucket " + body.path("Bucket").asText());
    }
    if ("Notification".equals(body.path("Type").asText()) && body.path("Message").isTextual()) {
      return read(body.path("Message").textValue(), depth + 1);
    }
    if (body.has("requestContext") && body.path("requestPayload").isObject()) {
      return read(body.path("requestPayload"), depth + 1);
    }
    if ("aws.s3".equals(body.path("source").asText()) && body.path("detail").isObject()) {
      return eventBridge(body);
    }
    if (body.path("bucket").isTextual() && body.path("files").isArray()) {
      return crowdStrike(body);
    }
    return Notice.unreadable(
        "neither an S3 notification nor any message that wraps one; " + EnvelopeJson.shape(body));
  }

  private Notice records(JsonNode records, int depth) {
    List<Notice> parts = new ArrayList<>();
    for (JsonNode record : records) {
      parts.add(record(record, depth));
    }
    return Notice.all(parts);
  }

  private Notice record(JsonNode record, int depth) {
    if (record.path("s3").isObject()) {
      return s3(record);
    }
    if (record.path("Sns").path("Message").isTextual()) {
      return read(record.path("Sns").path("Message").textValue(), depth + 1);
    }
    if (record.path("body").isTextual() && record.has("messageId")) {
      return read(record.path("body").textValue(), depth + 1);
    }
    return Notice.unreadable("no S3, SNS or SQS record; " + EnvelopeJson.shape(record));
  }

  private static Notice s3(JsonNode record) {
    String event = record.path("eventName").asText();
    JsonNode bucket = record.path("s3").path("bucket").path("name");
    JsonNode object = record.path("s3").path("object");
    if (!bucket.isTextual() || !object.path("key").isTextual()) {
      return Notice.unreadable("an S3 record without bucket name or object key");
    }
    if (!holdsNewContent(event)) {
      return Notice.ignored(
          event + " of " + bucket.textValue() + "/" + object.path("key").asText());
    }
    String encoded = object.path("key").textValue();
    try {
      return Notice.of(
          new ObjectRef(
              bucket.textValue(),
              S3Keys.decode(encoded),
              text(object.path("versionId")),
              text(object.path("eTag")),
              size(object.path("size"))));
    } catch (IllegalArgumentException e) {
      return Notice.unreadable(
          "the key " + encoded + " of bucket " + bucket.textValue() + ": " + e.getMessage());
    }
  }

  /** Without a name of the event it is read: to miss an export is worse than to look once more. */
  private static boolean holdsNewContent(String event) {
    String name = event.startsWith("s3:") ? event.substring(3) : event;
    return name.isEmpty()
        || name.startsWith("ObjectCreated:")
        || name.equals("ObjectRestore:Completed");
  }

  private static Notice eventBridge(JsonNode event) {
    String kind = event.path("detail-type").asText();
    JsonNode bucket = event.path("detail").path("bucket").path("name");
    JsonNode object = event.path("detail").path("object");
    if (!bucket.isTextual() || !object.path("key").isTextual()) {
      return Notice.unreadable("an EventBridge event of S3 without bucket name or object key");
    }
    if (!kind.equals("Object Created") && !kind.equals("Object Restore Completed")) {
      return Notice.ignored(kind + " of " + bucket.textValue() + "/" + object.path("key").asText());
    }
    return Notice.of(
        new ObjectRef(
            bucket.textValue(),
            object.path("key").textValue(),
            text(object.path("version-id")),
            text(object.path("etag")),
            size(object.path("size"))));
  }

  /** CrowdStrike's Falcon Data Replicator: one message, many files of one bucket. */
  private static Notice crowdStrike(JsonNode message) {
    String bucket = message.path("bucket").textValue();
    List<Notice> parts = new ArrayList<>();
    int index = 0;
    for (JsonNode file : message.path("files")) {
      parts.add(
          file.path("path").isTextual()
              ? Notice.of(
                  new ObjectRef(
                      bucket, file.path("path").textValue(), null, null, size(file.path("size"))))
              : Notice.unreadable("file " + index + " of a CrowdStrike message has no path"));
      index++;
    }
    return Notice.all(parts);
  }

  private static @Nullable String text(JsonNode value) {
    return value.isTextual() && !value.textValue().isEmpty() ? value.textValue() : null;
  }

  private static @Nullable Long size(JsonNode value) {
    return value.canConvertToLong() ? Long.valueOf(value.longValue()) : null;
  }
}
