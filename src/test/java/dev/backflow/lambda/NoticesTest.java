package dev.backflow.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.backflow.aws.ObjectRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoticesTest {
  private static final String RECORD =
      """
      {"eventVersion":"2.3","eventSource":"aws:s3","awsRegion":"eu-central-1",
       "eventName":"ObjectCreated:Put",
       "s3":{"s3SchemaVersion":"1.0","configurationId":"exports",
         "bucket":{"name":"exports.example.com","arn":"arn:aws:s3:::exports.example.com"},
         "object":{"key":"%s","size":1234,"eTag":"0123456789abcdef","versionId":"v.1_x",
           "sequencer":"0066"}}}""";

  private final Notices notices = new Notices(new EnvelopeJson());

  @Test
  void a_notification_names_the_object_with_version_tag_and_size() {
    assertThat(notices.read(records(record("2026/day+one%2B.gz"))).objects())
        .containsExactly(
            new ObjectRef(
                "exports.example.com", "2026/day one+.gz", "v.1_x", "0123456789abcdef", 1234L));
  }

  @Test
  void every_record_of_a_notification_is_read() {
    assertThat(notices.read(records(record("a"), record("b"), record("c"))).objects())
        .extracting(ObjectRef::key)
        .containsExactly("a", "b", "c");
  }

  @Test
  void a_record_no_one_can_read_does_not_hide_its_neighbours() {
    Notice notice = notices.read(records(record("a"), record("50%"), "{\"x\":1}", record("b")));

    assertThat(notice.objects()).extracting(ObjectRef::key).containsExactly("a", "b");
    assertThat(notice.unreadable()).hasSize(2);
    assertThat(notice.unreadable().get(0)).contains("50%", "exports.example.com");
    assertThat(notice.unreadable().get(1)).contains("fields x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ObjectCreated:Put",
        "ObjectCreated:CompleteMultipartUpload",
        "s3:ObjectCreated:Copy",
        "ObjectRestore:Completed"
      })
  void new_content_is_read_however_it_came(String event) {
    String record = record("k").replace("ObjectCreated:Put", event);
    assertThat(notices.read(records(record)).objects()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ObjectRemoved:Delete", "ObjectTagging:Put", "ObjectRestore:Post", "LifecycleX"})
  void other_events_of_an_object_are_ignored_with_a_reason(String event) {
    Notice notice = notices.read(records(record("k").replace("ObjectCreated:Put", event)));

    assertThat(notice.objects()).isEmpty();
    assertThat(notice.ignored()).containsExactly(event + " of exports.example.com/k");
    assertThat(notice.unreadable()).isEmpty();
  }

  @Test
  void the_test_event_of_a_new_notification_asks_for_nothing() {
    Notice notice =
        notices.read(
            """
            {"Service":"Amazon S3","Event":"s3:TestEvent","Time":"2026-01-01T00:00:00.000Z",
             "Bucket":"exports.example.com","RequestId":"R","HostId":"H"}""");

    assertThat(notice.ignored()).containsExactly("s3:TestEvent of bucket exports.example.com");
    assertThat(notice.unreadable()).isEmpty();
  }

  @Test
  void a_notification_wrapped_by_sns_is_unwrapped() {
    assertThat(notices.read(sns(records(record("a+b")))).objects())
        .extracting(ObjectRef::key)
        .containsExactly("a b");
  }

  @Test
  void a_test_event_wrapped_by_sns_is_still_a_test_event() {
    assertThat(notices.read(sns("{\"Event\":\"s3:TestEvent\",\"Bucket\":\"b\"}")).ignored())
        .containsExactly("s3:TestEvent of bucket b");
  }

  @Test
  void the_key_of_an_eventbridge_event_is_taken_as_it_is() {
    Notice notice =
        notices.read(
            """
            {"version":"0","source":"aws.s3","detail-type":"Object Created","detail":{"version":"0",
              "bucket":{"name":"exports.example.com"},
              "object":{"key":"a+b%2Bc ü","size":7,"etag":"e","version-id":"v","sequencer":"s"}}}""");

    assertThat(notice.objects())
        .containsExactly(new ObjectRef("exports.example.com", "a+b%2Bc ü", "v", "e", 7L));
  }

  @Test
  void an_eventbridge_deletion_is_ignored() {
    Notice notice =
        notices.read(
            """
            {"source":"aws.s3","detail-type":"Object Deleted",
             "detail":{"bucket":{"name":"b"},"object":{"key":"k"}}}""");

    assertThat(notice.ignored()).containsExactly("Object Deleted of b/k");
  }

  @Test
  void a_crowdstrike_message_names_every_file_with_its_key_as_it_is() {
    Notice notice =
        notices.read(
            """
            {"cid":"0123","timestamp":1767225600000,"fileCount":2,"totalSize":30,
             "bucket":"fdr.example.com","pathPrefix":"data/0a",
             "files":[{"path":"data/0a/part-0+0.gz","size":10,"checksum":"c0"},
                      {"path":"data/0a/part%200.gz","size":20,"checksum":"c1"}]}""");

    assertThat(notice.objects())
        .containsExactly(
            new ObjectRef("fdr.example.com", "data/0a/part-0+0.gz", null, null, 10L),
            new ObjectRef("fdr.example.com", "data/0a/part%200.gz", null, null, 20L));
  }

  @Test
  void a_crowdstrike_file_without_a_path_is_told_by_its_number() {
    Notice notice = notices.read("{\"bucket\":\"b\",\"files\":[{\"path\":\"p\"},{\"size\":1}]}");

    assertThat(notice.objects()).hasSize(1);
    assertThat(notice.unreadable()).containsExactly("file 1 of a CrowdStrike message has no path");
  }

  @Test
  void the_record_of_a_failed_invocation_is_read_again() {
    Notice notice =
        notices.read(
            "{\"version\":\"1.0\",\"requestContext\":{\"condition\":\"RetriesExhausted\"},"
                + "\"requestPayload\":"
                + records(record("again"))
                + "}");

    assertThat(notice.objects()).extracting(ObjectRef::key).containsExactly("again");
  }

  @Test
  void an_empty_version_id_means_none() {
    assertThat(notices.read(records(record("k").replace("v.1_x", ""))).objects().get(0).versionId())
        .isNull();
  }

  @Test
  void wrapping_without_end_is_refused() {
    String message = records(record("k"));
    for (int i = 0; i < 7; i++) {
      message = sns(message);
    }
    assertThat(notices.read(message).unreadable()).containsExactly("wrapped more than 5 times");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "   ", "null", "[]", "7", "\"text\"", "{}", "{\"a\":1}", "{\"Records\":1}"})
  void anything_else_is_unreadable_and_says_what_it_looks_like(String body) {
    Notice notice = notices.read(body);

    assertThat(notice.objects()).isEmpty();
    assertThat(notice.ignored()).isEmpty();
    assertThat(notice.unreadable()).singleElement().asString().contains("; it ");
  }

  @Test
  void a_body_that_is_no_json_is_told_by_place_and_not_by_content() {
    assertThat(notices.read("{\"pw\":\"hunter2\", oops").unreadable())
        .singleElement()
        .asString()
        .contains("line 1 column")
        .doesNotContain("hunter2");
  }

  @Test
  void content_of_an_unknown_body_is_not_repeated() {
    String reason = notices.read("{\"command\":\"plink -pw hunter2\"}").unreadable().get(0);
    assertThat(reason).contains("command").doesNotContain("hunter2");
  }

  @Test
  void nesting_beyond_the_limit_is_refused() {
    String deep = "[".repeat(1000) + "]".repeat(1000);
    assertThat(notices.read(deep).unreadable()).singleElement().asString().contains("no JSON");
  }

  private static String record(String encodedKey) {
    return RECORD.formatted(encodedKey);
  }

  private static String records(String... records) {
    return "{\"Records\":[" + String.join(",", records) + "]}";
  }

  private static String sns(String message) {
    return "{\"Type\":\"Notification\",\"TopicArn\":\"arn:aws:sns:eu-central-1:111122223333:t\","
        + "\"Message\":"
        + JsonNodeFactory.instance.textNode(message)
        + "}";
  }
}
