package dev.backflow.alerts.sns;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.backflow.alerts.AlertPublisher;
import dev.backflow.alerts.Message;
import dev.backflow.export.PermanentException;
import dev.backflow.export.TransientException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.InvalidParameterValueException;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishRequest;

/** Publishes to three SNS topics. A topic that has no ARN is not published to. */
public final class SnsPublisher implements AlertPublisher {
  private final SnsClient client;
  private final Map<Message.Topic, String> topicArns;

  /**
   * Creates a publisher.
   *
   * @param topicArns where each kind of message goes
   */
  public SnsPublisher(SnsClient client, Map<Message.Topic, String> topicArns) {
    this.client = client;
    this.topicArns = Map.copyOf(topicArns);
  }

  @Override
  public void publish(Message message) {
    String arn = topicArns.get(message.topic());
    if (arn == null) {
      return;
    }
    try {
      client.publish(request(arn, message));
    } catch (InvalidParameterException | InvalidParameterValueException e) {
      throw new PermanentException("topic " + arn + " refuses a message: " + e.getMessage(), e);
    } catch (SdkException e) {
      throw new TransientException("topic " + arn + ": sns:Publish failed: " + e.getMessage(), e);
    }
  }

  private static PublishRequest request(String arn, Message message) {
    PublishRequest.Builder request =
        PublishRequest.builder()
            .topicArn(arn)
            .message(message.body())
            .messageAttributes(
                message.attributes().entrySet().stream()
                    .collect(
                        Collectors.toMap(Map.Entry::getKey, e -> value(e.getKey(), e.getValue()))));
    if (message.subject() != null) {
      request.subject(message.subject());
    }
    return request.build();
  }

  /** {@code exposed} is a list to filters even when it has one value; the rest are strings. */
  private static MessageAttributeValue value(String name, List<String> values) {
    boolean array = name.equals("exposed");
    return MessageAttributeValue.builder()
        .dataType(array ? "String.Array" : "String")
        .stringValue(array ? array(values) : values.get(0))
        .build();
  }

  private static String array(List<String> values) {
    return values.stream()
        .map(v -> "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(v)) + "\"")
        .collect(Collectors.joining(",", "[", "]"));
  }
}
