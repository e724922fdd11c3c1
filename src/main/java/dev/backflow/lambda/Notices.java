package dev.backflow.lambda;

import dev.backflow.aws.ObjectRef;
import java.util.ArrayList;
import java.util.List;

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
  Notice read(JsonValue body) {
    return read(body, 0);
  }

  private Notice read(String body, int depth) {
    try {
      return read(json.parse(body), depth);
    } catch (EnvelopeJson.NotJson e) {
      return Notice.unreadable("the message is no JSON: " + e.getMessage());
    }
  }

  private Notice read(JsonValue body, int depth) {
    if (depth > DEEPEST) {
      return Notice.unreadable("wrapped more than " + DEEPEST + " times");
    }
    if (body.path("Records").isArray()) {
      return records(body.path("Records"), depth);
    }
    if ("s3:TestEvent".equals(body.path("Event").text())) {
      return Notice.ignored("s3:TestEvent of bucket " + body.path("Bucket").text());
    }
    if ("Notification".equals(body.path("Type").text()) && body.path("Message").isText()) {
      return read(body.path("Message").text(), depth + 1);
    }
    if (body.has("requestContext") && body.path("requestPayload").isObject()) {
      return read(body.path("requestPayload"), depth + 1);
    }
    if ("aws.s3".equals(body.path("source").text()) && body.path("detail").isObject()) {
      return eventBridge(body);
    }
    if (body.path("bucket").isText() && body.path("files").isArray()) {
      return crowdStrike(body);
    }
    return Notice.unreadable(
        "neither an S3 notification nor any message that wraps one; " + body.shape());
  }

  private Notice records(JsonValue records, int depth) {
    List<Notice> parts = new ArrayList<>();
    for (JsonValue record : records.elements()) {
      parts.add(record(record, depth));
    }
    return Notice.all(parts);
  }

  private Notice record(JsonValue record, int depth) {
    if (record.path("s3").isObject()) {
      return s3(record);
    }
    if (record.path("Sns").path("Message").isText()) {
      return read(record.path("Sns").path("Message").text(), depth + 1);
    }
    if (record.path("body").isText() && record.has("messageId")) {
      return read(record.path("body").text(), depth + 1);
    }
    return Notice.unreadable("no S3, SNS or SQS record; " + record.shape());
  }

  private static Notice s3(JsonValue record) {
    String event = record.path("eventName").text();
    JsonValue bucket = record.path("s3").path("bucket").path("name");
    JsonValue object = record.path("s3").path("object");
    if (!bucket.isText() || !object.path("key").isText()) {
      return Notice.unreadable("an S3 record without bucket name or object key");
    }
    if (!holdsNewContent(event)) {
      return Notice.ignored(event + " of " + bucket.text() + "/" + object.path("key").text());
    }
    String encoded = object.path("key").text();
    try {
      return Notice.of(
          new ObjectRef(
              bucket.text(),
              S3Keys.decode(encoded),
              object.path("versionId").textOrNull(),
              object.path("eTag").textOrNull(),
              object.path("size").longOrNull()));
    } catch (IllegalArgumentException e) {
      return Notice.unreadable(
          "the key " + encoded + " of bucket " + bucket.text() + ": " + e.getMessage());
    }
  }

  /** Without a name of the event it is read: to miss an export is worse than to look once more. */
  private static boolean holdsNewContent(String event) {
    String name = event.startsWith("s3:") ? event.substring(3) : event;
    return name.isEmpty()
        || name.startsWith("ObjectCreated:")
        || name.equals("ObjectRestore:Completed");
  }

  private static Notice eventBridge(JsonValue event) {
    String kind = event.path("detail-type").text();
    JsonValue bucket = event.path("detail").path("bucket").path("name");
    JsonValue object = event.path("detail").path("object");
    if (!bucket.isText() || !object.path("key").isText()) {
      return Notice.unreadable("an EventBridge event of S3 without bucket name or object key");
    }
    if (!kind.equals("Object Created") && !kind.equals("Object Restore Completed")) {
      return Notice.ignored(kind + " of " + bucket.text() + "/" + object.path("key").text());
    }
    return Notice.of(
        new ObjectRef(
            bucket.text(),
            object.path("key").text(),
            object.path("version-id").textOrNull(),
            object.path("etag").textOrNull(),
            object.path("size").longOrNull()));
  }

  /** CrowdStrike's Falcon Data Replicator: one message, many files of one bucket. */
  private static Notice crowdStrike(JsonValue message) {
    String bucket = message.path("bucket").text();
    List<Notice> parts = new ArrayList<>();
    int index = 0;
    for (JsonValue file : message.path("files").elements()) {
      parts.add(
          file.path("path").isText()
              ? Notice.of(
                  new ObjectRef(
                      bucket, file.path("path").text(), null, null, file.path("size").longOrNull()))
              : Notice.unreadable("file " + index + " of a CrowdStrike message has no path"));
      index++;
    }
    return Notice.all(parts);
  }
}
