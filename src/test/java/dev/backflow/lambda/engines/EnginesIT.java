package dev.backflow.lambda.engines;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The engines do what the suite takes for granted of them. */
@ExtendWith(Engines.class)
class EnginesIT {
  private static InProcessBackend backend;

  @BeforeAll
  static void start(Engines.OnDemand engines) {
    backend = engines.get();
  }

  @Test
  void objects_keep_their_versions_under_any_key() {
    var s3 = backend.s3();
    s3.createBucket(b -> b.bucket("engine-bucket"));
    s3.putBucketVersioning(
        v ->
            v.bucket("engine-bucket")
                .versioningConfiguration(c -> c.status(BucketVersioningStatus.ENABLED)));
    String key = "day one/100% + ü東.gz";
    String first =
        s3.putObject(p -> p.bucket("engine-bucket").key(key), RequestBody.fromString("1"))
            .versionId();
    s3.putObject(p -> p.bucket("engine-bucket").key(key), RequestBody.fromString("2"));

    assertThat(
            s3.getObjectAsBytes(g -> g.bucket("engine-bucket").key(key).versionId(first))
                .asString(UTF_8))
        .isEqualTo("1");
  }

  @Test
  void a_message_reaches_every_queue_subscribed_with_its_attributes() {
    var sqs = backend.sqs();
    String queue = sqs.createQueue(q -> q.queueName("engine-queue")).queueUrl();
    String arn =
        sqs.getQueueAttributes(q -> q.queueUrl(queue).attributeNames(QueueAttributeName.QUEUE_ARN))
            .attributes()
            .get(QueueAttributeName.QUEUE_ARN);
    String topic = backend.sns().createTopic(t -> t.name("engine-topic")).topicArn();
    backend.sns().subscribe(s -> s.topicArn(topic).protocol("sqs").endpoint(arn));

    backend
        .sns()
        .publish(
            p ->
                p.topicArn(topic)
                    .subject("s")
                    .message("körper & more")
                    .messageAttributes(
                        Map.of(
                            "severity",
                            MessageAttributeValue.builder()
                                .dataType("String")
                                .stringValue("high")
                                .build())));

    String body = sqs.receiveMessage(r -> r.queueUrl(queue)).messages().get(0).body();
    assertThat(body)
        .contains(
            "\"Message\":\"körper & more\"",
            "\"severity\":{\"Type\":\"String\",\"Value\":\"high\"}");
  }

  @Test
  void topics_refuse_what_sns_refuses() {
    var sns = backend.sns();
    String topic = sns.createTopic(t -> t.name("strict-topic")).topicArn();

    assertThatThrownBy(() -> sns.publish(p -> p.topicArn(topic).message("x".repeat(262_145))))
        .isInstanceOf(InvalidParameterException.class);
    assertThatThrownBy(() -> sns.publish(p -> p.topicArn(topic).message("x").subject("ü")))
        .isInstanceOf(InvalidParameterException.class);
    assertThatThrownBy(
            () -> sns.publish(p -> p.topicArn(topic).message("x").subject("s".repeat(101))))
        .isInstanceOf(InvalidParameterException.class);
    assertThatThrownBy(() -> sns.publish(p -> p.topicArn(topic + "-none").message("x")))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void the_proxy_tells_calls_in_order_and_passes_them_on() throws Exception {
    try (FaultProxy proxy = new FaultProxy(backend)) {
      String table = proxy.environment().get("AWS_ENDPOINT_URL_DYNAMODB");
      AwsBackend through = new EndpointBackend(URI.create(table));

      assertThat(through.dynamoDb().listTables().tableNames()).isNotNull();
      proxy.inject(call -> FaultProxy.Answer.DYNAMODB_THROTTLED);
      assertThatThrownBy(() -> through.dynamoDb().listTables()).hasMessageContaining("too much");
      assertThat(proxy.calls().get(0).what()).isEqualTo("ListTables");
      assertThat(proxy.calls()).hasSizeGreaterThan(1);
    }
  }
}
