package dev.backflow.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Envelopes as AWS writes them, for tests in several packages. */
public final class Events {
  private Events() {}

  /** S3's own notification of these keys. */
  public static String s3(String bucket, String... keys) {
    return records(
        List.of(keys).stream()
            .map(
                k ->
                    """
                    {"eventVersion":"2.3","eventSource":"aws:s3","awsRegion":"eu-central-1",
                     "eventName":"ObjectCreated:Put","s3":{"bucket":{"name":"%s"},
                     "object":{"key":"%s","size":1,"eTag":"e","sequencer":"0"}}}"""
                        .formatted(bucket, URLEncoder.encode(k, UTF_8)))
            .toList());
  }

  /** A batch of a queue; the messages' ids are m-0, m-1 … */
  public static String sqs(String... bodies) {
    return records(
        IntStream.range(0, bodies.length)
            .mapToObj(
                i ->
                    """
                    {"messageId":"m-%d","receiptHandle":"r","eventSource":"aws:sqs","body":%s}"""
                        .formatted(i, JsonNodeFactory.instance.textNode(bodies[i])))
            .toList());
  }

  /** A batch of one shard; the sequence numbers are 1000, 1001 … */
  public static String kinesis(String stream, byte[]... data) {
    return records(
        IntStream.range(0, data.length)
            .mapToObj(
                i ->
                    """
                    {"kinesis":{"kinesisSchemaVersion":"1.0","partitionKey":"p","sequenceNumber":"%d",
                      "data":"%s","approximateArrivalTimestamp":1767225600.0},
                     "eventSource":"aws:kinesis","eventID":"shardId-000000000000:%d",
                     "eventSourceARN":"arn:aws:kinesis:eu-central-1:111122223333:stream/%s"}"""
                        .formatted(
                            1000 + i,
                            Base64.getEncoder().encodeToString(data[i]),
                            1000 + i,
                            stream))
            .toList());
  }

  /** A change of one row of the table, as its stream delivers it. */
  public static String change(String kind, String sk, String sequenceNumber) {
    return """
        {"eventID":"1","eventName":"%s","eventVersion":"1.1","eventSource":"aws:dynamodb",
         "dynamodb":{"Keys":{"PK":{"S":"CASE#t#1"},"SK":{"S":"%s"}},"SequenceNumber":"%s",
         "NewImage":{"PK":{"S":"CASE#t#1"},"SK":{"S":"%s"}},"StreamViewType":"NEW_IMAGE"}}"""
        .formatted(kind, sk, sequenceNumber, sk);
  }

  /** An envelope around records. */
  public static String records(List<String> records) {
    return records.stream().collect(Collectors.joining(",", "{\"Records\":[", "]}"));
  }
}
