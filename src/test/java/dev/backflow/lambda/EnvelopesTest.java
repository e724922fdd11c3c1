package dev.backflow.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.backflow.aws.ObjectRef;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class EnvelopesTest {
  private static final String NOTIFICATION =
      """
      {"Records":[{"eventSource":"aws:s3","eventName":"ObjectCreated:Put",
        "s3":{"bucket":{"name":"b"},"object":{"key":"k"}}}]}""";

  private final Envelopes envelopes = new Envelopes();

  @Test
  void an_s3_notification_is_one_direct_notice() {
    assertThat(read(NOTIFICATION))
        .isEqualTo(new Invocation.Direct(Notice.of(ObjectRef.of("b", "k"))));
  }

  @Test
  void an_sns_invocation_is_direct_too() {
    String sns =
        "{\"Records\":[{\"EventSource\":\"aws:sns\",\"EventVersion\":\"1.0\",\"Sns\":{\"Message\":"
            + JsonNodeFactory.instance.textNode(NOTIFICATION)
            + "}}]}";
    assertThat(read(sns)).isEqualTo(new Invocation.Direct(Notice.of(ObjectRef.of("b", "k"))));
  }

  @Test
  void a_test_event_is_direct_and_asks_for_nothing() {
    assertThat(read("{\"Service\":\"Amazon S3\",\"Event\":\"s3:TestEvent\",\"Bucket\":\"b\"}"))
        .isEqualTo(new Invocation.Direct(Notice.ignored("s3:TestEvent of bucket b")));
  }

  @Test
  void each_message_of_a_queue_stands_for_itself() {
    Invocation.Queue queue =
        (Invocation.Queue)
            read(
                "{\"Records\":["
                    + message("m-1", NOTIFICATION)
                    + ","
                    + message("m-2", "no json")
                    + ","
                    + message("m-3", "{\"Event\":\"s3:TestEvent\",\"Bucket\":\"b\"}")
                    + "]}");

    assertThat(queue.messages())
        .extracting(Invocation.Message::id)
        .containsExactly("m-1", "m-2", "m-3");
    assertThat(queue.messages().get(0).notice().objects()).hasSize(1);
    assertThat(queue.messages().get(1).notice().unreadable()).hasSize(1);
    assertThat(queue.messages().get(2).notice().ignored()).hasSize(1);
  }

  @Test
  void a_message_without_a_body_fails_by_itself() {
    Invocation.Queue queue =
        (Invocation.Queue)
            read("{\"Records\":[{\"messageId\":\"m\",\"eventSource\":\"aws:sqs\"}]}");
    assertThat(queue.messages().get(0).notice().unreadable())
        .containsExactly("the message has no body");
  }

  @Test
  void a_kinesis_batch_keeps_order_sequence_numbers_and_bytes() {
    Invocation.Stream stream =
        (Invocation.Stream)
            read("{\"Records\":[" + kinesis("21", "a") + "," + kinesis("22", "ü") + "]}");

    assertThat(stream.records())
        .extracting(StreamRecord::sequenceNumber)
        .containsExactly("21", "22");
    assertThat(stream.records().get(0).shard()).isEqualTo("shardId-000000000003");
    assertThat(stream.records().get(0).stream()).isEqualTo("telemetry");
    assertThat(stream.records().get(1).data()).isEqualTo("ü".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void kinesis_data_that_is_no_base64_names_the_record() {
    assertThat(read("{\"Records\":[" + kinesis("21", "a").replace("YQ==", "!") + "]}"))
        .asInstanceOf(type(Invocation.Unknown.class))
        .extracting(Invocation.Unknown::reason)
        .isEqualTo("the data of Kinesis record 21 is no base64");
  }

  @Test
  void changes_of_the_table_carry_the_new_row() {
    String change =
        """
        {"Records":[{"eventID":"1","eventName":"INSERT","eventSource":"aws:dynamodb",
          "dynamodb":{"Keys":{"PK":{"S":"CASE#t#c"},"SK":{"S":"ALERT#a"}},
            "NewImage":{"PK":{"S":"CASE#t#c"},"version":{"N":"3"}},
            "SequenceNumber":"100000000003","SizeBytes":9,"StreamViewType":"NEW_IMAGE"}}]}""";
    assertThat(read(change))
        .asInstanceOf(type(Invocation.Changes.class))
        .extracting(c -> c.changes().get(0))
        .isEqualTo(
            new TableChange(
                "INSERT",
                "ALERT#a",
                "100000000003",
                Map.of(
                    "PK", AttributeValue.fromS("CASE#t#c"),
                    "version", AttributeValue.fromN("3"))));
  }

  @Test
  void changes_of_another_table_are_unknown() {
    String change =
        """
        {"Records":[{"eventSource":"aws:dynamodb","eventName":"INSERT",
          "dynamodb":{"Keys":{"id":{"N":"1"}},"SequenceNumber":"1"}}]}""";
    assertThat(read(change))
        .asInstanceOf(type(Invocation.Unknown.class))
        .extracting(Invocation.Unknown::reason)
        .asString()
        .contains("another table");
  }

  @Test
  void a_batch_without_records_is_empty() {
    assertThat(read("{\"Records\":[]}")).isEqualTo(new Invocation.Empty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{}", "null", "[1]", "{\"Records\":[{}]}", "oops", "{\"Records\":[1]}"})
  void what_no_one_should_have_sent_is_unknown_with_a_reason(String payload) {
    assertThat(read(payload))
        .asInstanceOf(type(Invocation.Unknown.class))
        .extracting(Invocation.Unknown::reason)
        .asString()
        .isNotBlank();
  }

  @Test
  void every_cut_of_a_payload_is_an_outcome_and_no_error() {
    String payload = "{\"Records\":[" + message("m-1", NOTIFICATION) + "]}";
    for (int end = 0; end < payload.length(); end++) {
      assertThat(read(payload.substring(0, end))).isInstanceOf(Invocation.Unknown.class);
    }
  }

  private Invocation read(String payload) {
    return envelopes.read(new ByteArrayInputStream(payload.getBytes(StandardCharsets.UTF_8)));
  }

  private static String message(String id, String body) {
    return "{\"messageId\":\""
        + id
        + "\",\"receiptHandle\":\"r\",\"eventSource\":\"aws:sqs\",\"body\":"
        + JsonNodeFactory.instance.textNode(body)
        + "}";
  }

  private static String kinesis(String sequenceNumber, String data) {
    return """
        {"kinesis":{"kinesisSchemaVersion":"1.0","partitionKey":"p","sequenceNumber":"%s","data":"%s",
          "approximateArrivalTimestamp":1767225600.0},"eventSource":"aws:kinesis",
         "eventID":"shardId-000000000003:%s",
         "eventSourceARN":"arn:aws:kinesis:eu-central-1:111122223333:stream/telemetry"}"""
        .formatted(
            sequenceNumber,
            Base64.getEncoder().encodeToString(data.getBytes(StandardCharsets.UTF_8)),
            sequenceNumber);
  }
}
