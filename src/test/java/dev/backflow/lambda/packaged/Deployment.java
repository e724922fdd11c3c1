package dev.backflow.lambda.packaged;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.backflow.cases.dynamodb.CaseTable;
import dev.backflow.lambda.engines.AwsBackend;
import dev.backflow.lambda.engines.FaultProxy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** What the template deploys, made in a backend under names of its own. */
final class Deployment {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final S3Client s3;
  private final SqsClient sqs;
  private final DynamoDbClient dynamoDb;
  private final AwsBackend backend;
  private final String name = "bf-" + UUID.randomUUID().toString().substring(0, 8);
  private final String bucket;
  private final Map<String, String> topics = new TreeMap<>();
  private final String inbox;
  private final String deadLetters;
  private final String exports;

  Deployment(AwsBackend backend) {
    this(backend, null);
  }

  /** A deployment whose exports lie in a bucket of this name; null for one of its own. */
  Deployment(AwsBackend backend, String bucketName) {
    this.backend = backend;
    bucket = bucketName == null ? name + "-exports-bucket" : bucketName;
    s3 = backend.s3();
    sqs = backend.sqs();
    dynamoDb = backend.dynamoDb();
    s3.createBucket(b -> b.bucket(bucket()));
    s3.createBucket(b -> b.bucket(sideline()));
    s3.putBucketVersioning(
        v ->
            v.bucket(bucket())
                .versioningConfiguration(c -> c.status(BucketVersioningStatus.ENABLED)));
    dynamoDb.createTable(CaseTable.create(table()));
    dynamoDb.waiter().waitUntilTableExists(d -> d.tableName(table()));
    inbox = queue("inbox", Map.of());
    deadLetters = queue("dead", Map.of());
    exports =
        queue(
            "exports",
            Map.of(
                QueueAttributeName.VISIBILITY_TIMEOUT,
                "0",
                QueueAttributeName.REDRIVE_POLICY,
                "{\"deadLetterTargetArn\":\"" + arn(deadLetters) + "\",\"maxReceiveCount\":5}"));
    topics(backend.sns());
  }

  private void topics(SnsClient sns) {
    for (String kind : List.of("MACHINE", "MAIL", "CHAT")) {
      String topic = sns.createTopic(t -> t.name(name + "-" + kind)).topicArn();
      sns.subscribe(s -> s.topicArn(topic).protocol("sqs").endpoint(arn(inbox)));
      topics.put(kind, topic);
    }
  }

  private String queue(String suffix, Map<QueueAttributeName, String> attributes) {
    return sqs.createQueue(q -> q.queueName(name + "-" + suffix).attributes(attributes)).queueUrl();
  }

  private String arn(String queueUrl) {
    return sqs.getQueueAttributes(
            q -> q.queueUrl(queueUrl).attributeNames(QueueAttributeName.QUEUE_ARN))
        .attributes()
        .get(QueueAttributeName.QUEUE_ARN);
  }

  String bucket() {
    return bucket;
  }

  String sideline() {
    return name + "-sideline";
  }

  String table() {
    return name + "-cases";
  }

  AwsBackend backend() {
    return backend;
  }

  /** The environment the template gives to every function, led through the proxy. */
  Map<String, String> environment(FaultProxy proxy) {
    Map<String, String> environment = new HashMap<>(proxy.environment());
    environment.put("BACKFLOW_TENANTS", "acme");
    environment.put("BACKFLOW_TABLE", table());
    environment.put("BACKFLOW_SIDELINE_BUCKET", sideline());
    topics.forEach((kind, arn) -> environment.put("BACKFLOW_" + kind + "_TOPIC", arn));
    return environment;
  }

  /** Puts an export; returns its version. */
  String put(String key, byte[] content) {
    return s3.putObject(p -> p.bucket(bucket()).key(key), RequestBody.fromBytes(content))
        .versionId();
  }

  /** Names of what was put aside. */
  List<String> putAside() {
    return s3.listObjectsV2(l -> l.bucket(sideline())).contents().stream()
        .map(S3Object::key)
        .toList();
  }

  byte[] putAside(String key) {
    return s3.getObjectAsBytes(g -> g.bucket(sideline()).key(key)).asByteArray();
  }

  /** Every row of the table, by its keys, with all its attributes. */
  Map<String, String> rows() {
    Map<String, String> rows = new TreeMap<>();
    for (Map<String, AttributeValue> row :
        dynamoDb.scanPaginator(s -> s.tableName(table())).items()) {
      rows.put(row.get("PK").s() + " / " + row.get("SK").s(), new TreeMap<>(row).toString());
    }
    return rows;
  }

  /** Deletes every row. */
  void clear() {
    for (Map<String, AttributeValue> row :
        dynamoDb.scanPaginator(s -> s.tableName(table())).items()) {
      dynamoDb.deleteItem(
          d -> d.tableName(table()).key(Map.of("PK", row.get("PK"), "SK", row.get("SK"))));
    }
  }

  /** Everything that was published since the last call, by topic, as its subscribers got it. */
  List<JsonNode> published() {
    List<JsonNode> messages = new ArrayList<>();
    List<Message> received = receive(inbox);
    while (!received.isEmpty()) {
      for (Message message : received) {
        messages.add(json(message.body()));
        sqs.deleteMessage(d -> d.queueUrl(inbox).receiptHandle(message.receiptHandle()));
      }
      received = receive(inbox);
    }
    return messages;
  }

  String topic(String kind) {
    return topics.get(kind);
  }

  void sendExport(String body) {
    sqs.sendMessage(m -> m.queueUrl(exports).messageBody(body));
  }

  List<Message> receiveExports() {
    return receive(exports);
  }

  void deleteExport(Message message) {
    sqs.deleteMessage(d -> d.queueUrl(exports).receiptHandle(message.receiptHandle()));
  }

  List<Message> receiveDeadLetters() {
    return receive(deadLetters);
  }

  private List<Message> receive(String queueUrl) {
    return sqs.receiveMessage(r -> r.queueUrl(queueUrl).maxNumberOfMessages(10).waitTimeSeconds(0))
        .messages();
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(text, e);
    }
  }
}
