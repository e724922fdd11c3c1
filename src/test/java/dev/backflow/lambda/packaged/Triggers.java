package dev.backflow.lambda.packaged;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** What Lambda's own pollers do between a queue or a stream and a function. */
final class Triggers {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Triggers() {}

  /**
   * Polls the queue of exports until it is empty, invokes the function with each batch, and deletes
   * what did not fail; what keeps failing the queue moves to its dead-letter queue.
   */
  static void drainExports(Deployment deployment, LambdaProcess function)
      throws InterruptedException {
    List<Message> batch = deployment.receiveExports();
    while (!batch.isEmpty()) {
      RuntimeApi.Answer answer = function.invoke(sqs(batch));
      Set<String> failed = failed(answer);
      for (Message message : batch) {
        if (!failed.contains(message.messageId())) {
          deployment.deleteExport(message);
        }
      }
      batch = deployment.receiveExports();
    }
  }

  private static String sqs(List<Message> batch) {
    ObjectNode event = JSON.createObjectNode();
    ArrayNode records = event.putArray("Records");
    for (Message message : batch) {
      records
          .addObject()
          .put("messageId", message.messageId())
          .put("receiptHandle", message.receiptHandle())
          .put("body", message.body())
          .put("eventSource", "aws:sqs");
    }
    return event.toString();
  }

  private static Set<String> failed(RuntimeApi.Answer answer) {
    if (!answer.success()) {
      throw new AssertionError("a batch failed as a whole: " + answer.body());
    }
    Set<String> failed = new HashSet<>();
    for (JsonNode failure : Deployment.json(answer.body()).get("batchItemFailures")) {
      failed.add(failure.get("itemIdentifier").textValue());
    }
    return failed;
  }

  /** All that the table's stream has told so far, as one batch, through the mapping's filter. */
  static String tableStream(Deployment deployment) {
    return tableStream(deployment, new HashSet<>());
  }

  /** The same without what was told before; what is told now is added to that. */
  static String tableStream(Deployment deployment, Set<String> told) {
    ObjectNode event = JSON.createObjectNode();
    ArrayNode records = event.putArray("Records");
    try (DynamoDbStreamsClient streams = deployment.backend().streams()) {
      String arn =
          deployment
              .backend()
              .dynamoDb()
              .describeTable(d -> d.tableName(deployment.table()))
              .table()
              .latestStreamArn();
      for (Record record : records(streams, arn)) {
        boolean alert = record.dynamodb().keys().get("SK").s().startsWith("ALERT#");
        if (alert && record.eventNameAsString().equals("INSERT") && told.add(record.eventID())) {
          records.add(change(record));
        }
      }
    }
    return event.toString();
  }

  private static List<Record> records(DynamoDbStreamsClient streams, String arn) {
    List<Record> records = new ArrayList<>();
    for (Shard shard : streams.describeStream(d -> d.streamArn(arn)).streamDescription().shards()) {
      String iterator =
          streams
              .getShardIterator(
                  i ->
                      i.streamArn(arn)
                          .shardId(shard.shardId())
                          .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
              .shardIterator();
      boolean more = true;
      while (iterator != null && more) {
        String position = iterator;
        var page = streams.getRecords(r -> r.shardIterator(position));
        records.addAll(page.records());
        more = !page.records().isEmpty();
        iterator = page.nextShardIterator();
      }
    }
    return records;
  }

  private static ObjectNode change(Record record) {
    ObjectNode change = JSON.createObjectNode();
    change.put("eventID", record.eventID()).put("eventName", record.eventNameAsString());
    change.put("eventVersion", "1.1").put("eventSource", "aws:dynamodb");
    ObjectNode content = change.putObject("dynamodb");
    content.set("Keys", row(record.dynamodb().keys()));
    content.set("NewImage", row(record.dynamodb().newImage()));
    content.put("SequenceNumber", record.dynamodb().sequenceNumber());
    content.put("StreamViewType", "NEW_IMAGE");
    return change;
  }

  private static ObjectNode row(Map<String, AttributeValue> row) {
    ObjectNode json = JSON.createObjectNode();
    row.forEach((name, value) -> json.set(name, value(value)));
    return json;
  }

  private static ObjectNode value(AttributeValue value) {
    ObjectNode json = JSON.createObjectNode();
    switch (value.type()) {
      case S -> json.put("S", value.s());
      case N -> json.put("N", value.n());
      case BOOL -> json.put("BOOL", value.bool());
      default -> throw new IllegalArgumentException("not used by the table: " + value);
    }
    return json;
  }
}
