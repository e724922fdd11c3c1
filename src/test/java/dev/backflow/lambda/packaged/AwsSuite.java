package dev.backflow.lambda.packaged;

import static dev.backflow.pipeline.Exports.gzip;
import static dev.backflow.pipeline.Exports.harmless;
import static dev.backflow.pipeline.Exports.start;
import static dev.backflow.pipeline.Exports.tunnel;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backflow.lambda.Events;
import dev.backflow.lambda.KplAggregateTest;
import dev.backflow.lambda.engines.AwsBackend;
import dev.backflow.lambda.engines.Engines;
import dev.backflow.lambda.engines.FaultProxy;
import dev.backflow.lambda.engines.FaultProxy.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The functions as they ship, unpacked from the zip, under the real runtime client, on whatever
 * answers as AWS does. Each backend is a subclass.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the runtime client is native to Linux")
@ExtendWith({UnpackedPackage.class, Engines.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AwsSuite {
  private static final String NOTHING_FAILED = "{\"batchItemFailures\":[]}";

  private final AtomicInteger hosts = new AtomicInteger();

  private FaultProxy proxy;
  private Deployment deployment;
  private LambdaProcess export;
  private LambdaProcess stream;
  private LambdaProcess notify;

  /** Returns the backend, started; whoever starts it ends it. */
  abstract AwsBackend backend(Engines.OnDemand engines);

  @BeforeAll
  void deploy(Path unpacked, Engines.OnDemand engines) throws Exception {
    AwsBackend backend = backend(engines);
    proxy = new FaultProxy(backend);
    deployment = new Deployment(backend);
    var environment = deployment.environment(proxy);
    export = LambdaProcess.start(unpacked, "dev.backflow.lambda.ExportFunction", environment);
    stream = LambdaProcess.start(unpacked, "dev.backflow.lambda.StreamFunction", environment);
    notify = LambdaProcess.start(unpacked, "dev.backflow.lambda.NotifyFunction", environment);
  }

  @AfterAll
  void stop() throws Exception {
    for (AutoCloseable each : Arrays.asList(export, stream, notify, proxy)) {
      if (each != null) {
        each.close();
      }
    }
  }

  @BeforeEach
  void noFaults() {
    proxy.reset();
  }

  @Test
  void an_export_becomes_a_case_and_a_message_on_every_topic() throws Exception {
    String host = host();
    deployment.put("day.gz", gzip(harmless(1, host) + tunnel(2, host, "203.0.113.7")));
    deployment.published();

    assertThat(call(export, Events.sqs(Events.s3(deployment.bucket(), "day.gz"))))
        .isEqualTo(NOTHING_FAILED);
    assertThat(rowsOf(host)).anyMatch(r -> r.contains("203.0.113.7"));

    assertThat(call(notify, Triggers.tableStream(deployment))).isEqualTo(NOTHING_FAILED);
    List<JsonNode> messages =
        deployment.published().stream().filter(m -> m.toString().contains(host)).toList();
    assertThat(messages)
        .extracting(m -> m.get("TopicArn").textValue())
        .containsExactlyInAnyOrder(
            deployment.topic("MACHINE"), deployment.topic("MAIL"), deployment.topic("CHAT"));
    assertThat(messages)
        .allSatisfy(
            m ->
                assertThat(m.get("MessageAttributes").get("tenant").get("Value").textValue())
                    .isEqualTo("acme"));
  }

  @Test
  void the_version_that_a_notification_names_is_read_whatever_its_key() throws Exception {
    String host = host();
    String key = "day one/100%+ü 東=1.gz";
    String version = deployment.put(key, gzip(tunnel(1, host, "203.0.113.8")));
    deployment.put(key, gzip(harmless(2, host)));
    String event =
        Events.s3(deployment.bucket(), key)
            .replace("\"eTag\":\"e\"", "\"versionId\":\"" + version + "\"");

    assertThat(call(export, event)).isEqualTo("{\"read\":1,\"putAside\":0,\"ignored\":0}");
    assertThat(rowsOf(host)).isNotEmpty();
  }

  @Test
  void the_same_export_again_changes_nothing() throws Exception {
    String host = host();
    deployment.put(
        "again.gz", gzip(tunnel(1, host, "203.0.113.9") + tunnel(2, host, "203.0.113.9")));
    String event = Events.sqs(Events.s3(deployment.bucket(), "again.gz"));

    call(export, event);
    List<String> once = rowsOf(host);
    call(export, event);

    assertThat(rowsOf(host)).isEqualTo(once).isNotEmpty();
  }

  @Test
  void a_test_event_asks_for_nothing() throws Exception {
    String event = "{\"Service\":\"Amazon S3\",\"Event\":\"s3:TestEvent\",\"Bucket\":\"b\"}";

    assertThat(call(export, event)).isEqualTo("{\"read\":0,\"putAside\":0,\"ignored\":1}");
    assertThat(call(export, Events.sqs(event))).isEqualTo(NOTHING_FAILED);
    assertThat(proxy.calls()).isEmpty();
  }

  @Test
  void an_empty_batch_is_a_success_for_every_function() throws Exception {
    for (LambdaProcess function : List.of(export, stream, notify)) {
      assertThat(call(function, "{\"Records\":[]}")).isEqualTo(NOTHING_FAILED);
    }
  }

  @Test
  void an_object_that_is_gone_is_put_aside_and_does_not_come_again() throws Exception {
    List<String> before = deployment.putAside();

    assertThat(call(export, Events.sqs(Events.s3(deployment.bucket(), "gone.gz"))))
        .isEqualTo(NOTHING_FAILED);

    List<String> aside = added(before);
    assertThat(aside).singleElement().asString().startsWith("put-aside/acme/");
    assertThat(inflated(aside.get(0))).contains("\"cause\":\"GONE\"", "gone.gz", "404");
  }

  @Test
  void a_denial_comes_again_and_names_bucket_key_and_action() throws Exception {
    deployment.put("denied.gz", gzip(""));
    proxy.inject(c -> c.service() == AwsBackend.Service.S3 ? Answer.S3_DENIED : Answer.PASS);
    String event = Events.s3(deployment.bucket(), "denied.gz");

    RuntimeApi.Answer answer = export.invoke(event);

    assertThat(answer.success()).isFalse();
    assertThat(Deployment.json(answer.body()).get("errorMessage").textValue())
        .contains("s3:GetObject on bucket " + deployment.bucket() + " key denied.gz");
    assertThat(call(export, Events.sqs(event)))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m-0\"}]}");
  }

  @Test
  void what_keeps_failing_ends_in_the_dead_letter_queue_and_the_rest_is_read() throws Exception {
    String host = host();
    deployment.put("good.gz", gzip(tunnel(1, host, "203.0.113.10")));
    String bad = Events.s3(deployment.bucket(), "never.gz");
    proxy.inject(c -> c.what().contains("never.gz") ? Answer.S3_DENIED : Answer.PASS);
    deployment.sendExport(bad);
    deployment.sendExport("no notification at all");
    deployment.sendExport(Events.s3(deployment.bucket(), "good.gz"));

    Triggers.drainExports(deployment, export);

    assertThat(rowsOf(host)).isNotEmpty();
    assertThat(deployment.receiveDeadLetters())
        .extracting(m -> m.body())
        .containsExactlyInAnyOrder(bad, "no notification at all");
  }

  @Test
  void one_failing_message_of_a_batch_is_the_only_one_reported() throws Exception {
    String host = host();
    deployment.put("one.gz", gzip(tunnel(1, host, "203.0.113.11")));
    deployment.put("two.gz", gzip(tunnel(2, host, "203.0.113.12")));
    proxy.inject(c -> c.what().contains("bad.gz") ? Answer.S3_DENIED : Answer.PASS);
    String bucket = deployment.bucket();

    assertThat(
            call(
                export,
                Events.sqs(
                    Events.s3(bucket, "one.gz"),
                    Events.s3(bucket, "bad.gz"),
                    Events.s3(bucket, "two.gz"))))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m-1\"}]}");
    assertThat(rowsOf(host)).anyMatch(r -> r.contains("203.0.113.11"));
    assertThat(rowsOf(host)).anyMatch(r -> r.contains("203.0.113.12"));
  }

  @Test
  void an_export_that_breaks_off_is_read_as_far_as_it_goes_and_the_rest_put_aside()
      throws Exception {
    String host = host();
    byte[] whole = gzip(tunnel(1, host, "203.0.113.13") + harmless(2, host).repeat(500));
    deployment.put("cut.gz", Arrays.copyOf(whole, whole.length - 20));
    List<String> before = deployment.putAside();

    assertThat(call(export, Events.s3(deployment.bucket(), "cut.gz")))
        .isEqualTo("{\"read\":1,\"putAside\":0,\"ignored\":0}");

    assertThat(rowsOf(host)).isNotEmpty();
    assertThat(inflated(added(before).get(0))).contains("\"cause\":\"TRUNCATED\"", "cut.gz");
  }

  @Test
  void a_failure_in_the_middle_of_a_stream_loses_nothing_and_counts_nothing_twice()
      throws Exception {
    String host = host();
    byte[][] data = new byte[4][];
    for (int i = 0; i < data.length; i++) {
      data[i] = tunnel(i, host, "203.0.113.14").getBytes(UTF_8);
    }
    AtomicInteger writes = new AtomicInteger();
    proxy.inject(
        c ->
            c.what().equals("TransactWriteItems") && writes.incrementAndGet() > 2
                ? Answer.DYNAMODB_THROTTLED
                : Answer.PASS);

    assertThat(call(stream, Events.kinesis("telemetry", data)))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"1002\"}]}");
    assertThat(sightings(host)).isEqualTo(2);

    proxy.reset();
    assertThat(call(stream, Events.kinesis("telemetry", data[2], data[3])))
        .isEqualTo(NOTHING_FAILED);
    assertThat(sightings(host)).isEqualTo(4);
    assertThat(call(stream, Events.kinesis("telemetry", data))).isEqualTo(NOTHING_FAILED);
    assertThat(sightings(host)).isEqualTo(4);
  }

  @Test
  void user_records_of_the_producer_library_are_read_one_by_one() throws Exception {
    String host = host();
    byte[] aggregate =
        KplAggregateTest.aggregate(
            tunnel(1, host, "203.0.113.15").getBytes(UTF_8),
            tunnel(2, host, "203.0.113.15").getBytes(UTF_8));

    assertThat(call(stream, Events.kinesis("telemetry", aggregate))).isEqualTo(NOTHING_FAILED);
    assertThat(sightings(host)).isEqualTo(2);
  }

  @Test
  void a_record_no_one_can_read_is_put_aside_and_does_not_block_its_shard() throws Exception {
    String host = host();
    List<String> before = deployment.putAside();
    byte[] broken = KplAggregateTest.sealed(new byte[] {0x1a, 0x7f});

    assertThat(
            call(
                stream,
                Events.kinesis(
                    "telemetry", broken, tunnel(1, host, "203.0.113.16").getBytes(UTF_8))))
        .isEqualTo(NOTHING_FAILED);

    assertThat(sightings(host)).isEqualTo(1);
    assertThat(inflated(added(before).get(0)))
        .contains("Kinesis Producer Library", "telemetry/shardId-000000000000/1000");
  }

  @Test
  void an_alert_that_cannot_be_published_is_reported_and_published_when_it_comes_again()
      throws Exception {
    String host = host();
    deployment.put("late.gz", gzip(tunnel(1, host, "203.0.113.17")));
    call(export, Events.s3(deployment.bucket(), "late.gz"));
    String changes = Triggers.tableStream(deployment);
    deployment.published();
    proxy.inject(c -> c.service() == AwsBackend.Service.SNS ? Answer.NONE : Answer.PASS);

    JsonNode failed = Deployment.json(call(notify, changes)).get("batchItemFailures");
    assertThat(failed).hasSize(1);
    assertThat(changes).contains(failed.get(0).get("itemIdentifier").textValue());

    proxy.reset();
    assertThat(call(notify, changes)).isEqualTo(NOTHING_FAILED);
    assertThat(deployment.published()).anyMatch(m -> m.toString().contains(host));
  }

  @Test
  void no_password_is_stored_sent_or_logged() throws Exception {
    String host = host();
    String secret = "hunter2-" + host;
    String line = "plink.exe -ssh -pw " + secret + " -R 4445:127.0.0.1:445 ops@203.0.113.18";
    deployment.put("secret.gz", gzip(start(1, host, "C:\\Tools\\plink.exe", line)));
    deployment.published();

    call(export, Events.s3(deployment.bucket(), "secret.gz"));
    call(notify, Triggers.tableStream(deployment));

    assertThat(rowsOf(host)).isNotEmpty().noneMatch(r -> r.contains(secret));
    assertThat(deployment.published())
        .anyMatch(m -> m.toString().contains(host))
        .noneMatch(m -> m.toString().contains(secret));
    assertThat(export.log() + notify.log()).doesNotContain(secret);
  }

  @Test
  void what_reaches_the_wrong_function_is_refused_with_a_remedy() throws Exception {
    RuntimeApi.Answer answer = export.invoke(Events.kinesis("telemetry", new byte[1]));

    assertThat(answer.success()).isFalse();
    assertThat(answer.body()).contains("StreamFunction", "Check what is mapped");
  }

  private String call(LambdaProcess function, String event) throws InterruptedException {
    RuntimeApi.Answer answer = function.invoke(event);
    if (!answer.success()) {
      throw new AssertionError(answer.body() + "\n" + function.log());
    }
    return answer.body();
  }

  private String host() {
    return "ws" + hosts.incrementAndGet() + ".example.com";
  }

  private List<String> rowsOf(String host) {
    return deployment.rows().values().stream().filter(r -> r.contains(host)).toList();
  }

  private long sightings(String host) {
    return deployment.rows().entrySet().stream()
        .filter(r -> r.getKey().contains(" / SIGHTING#") && r.getValue().contains(host))
        .count();
  }

  private List<String> added(List<String> before) {
    return deployment.putAside().stream().filter(k -> !before.contains(k)).toList();
  }

  private String inflated(String key) throws IOException {
    byte[] gzip = deployment.putAside(key);
    return new String(new GZIPInputStream(new ByteArrayInputStream(gzip)).readAllBytes(), UTF_8);
  }
}
