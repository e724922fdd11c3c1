package dev.backflow.lambda.engines;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * As much of SNS as publishing to queues takes, with the limits that publishers run into (SNS API
 * reference, "Publish"). No engine from Maven answers for SNS.
 */
final class SnsEndpoint implements AutoCloseable {
  private static final int LARGEST = 262_144;
  private static final int LONGEST_SUBJECT = 100;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final SqsClient queues;
  private final Map<String, List<String>> subscriptions = new ConcurrentHashMap<>();

  SnsEndpoint(SqsClient queues) throws IOException {
    this.queues = queues;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void handle(HttpExchange exchange) throws IOException {
    Map<String, String> form = form(exchange.getRequestBody().readAllBytes());
    String action = form.getOrDefault("Action", "");
    try {
      String result =
          switch (action) {
            case "CreateTopic" -> create(form.get("Name"));
            case "Subscribe" -> subscribe(form.get("TopicArn"), form.get("Endpoint"));
            case "Publish" -> publish(form);
            default -> throw new Refusal(400, "InvalidAction", "not simulated: " + action);
          };
      reply(
          exchange,
          200,
          "<"
              + action
              + "Response><"
              + action
              + "Result>"
              + result
              + "</"
              + action
              + "Result></"
              + action
              + "Response>");
    } catch (Refusal e) {
      reply(
          exchange,
          e.status,
          "<ErrorResponse><Error><Type>Sender</Type><Code>"
              + e.code
              + "</Code><Message>"
              + e.getMessage()
              + "</Message></Error></ErrorResponse>");
    }
  }

  private String create(String name) {
    String arn = "arn:aws:sns:" + AwsBackend.REGION.id() + ":111122223333:" + name;
    subscriptions.putIfAbsent(arn, new CopyOnWriteArrayList<>());
    return "<TopicArn>" + arn + "</TopicArn>";
  }

  private String subscribe(String topic, String queueArn) {
    topic(topic).add(queueArn);
    return "<SubscriptionArn>" + topic + ":" + UUID.randomUUID() + "</SubscriptionArn>";
  }

  private List<String> topic(String arn) {
    List<String> queuesOfTopic = subscriptions.get(String.valueOf(arn));
    if (queuesOfTopic == null) {
      throw new Refusal(404, "NotFound", "Topic does not exist");
    }
    return queuesOfTopic;
  }

  private String publish(Map<String, String> form) {
    List<String> targets = topic(form.get("TopicArn"));
    String message = form.getOrDefault("Message", "");
    String subject = form.get("Subject");
    ObjectNode attributes = attributes(form);
    int size = message.getBytes(UTF_8).length + attributes.toString().getBytes(UTF_8).length;
    refuseIf(message.isEmpty(), "Empty message");
    refuseIf(size > LARGEST, "Message too long");
    refuseIf(subject != null && !isSubject(subject), "Subject");
    ObjectNode envelope = JSON.createObjectNode();
    String id = UUID.randomUUID().toString();
    envelope.put("Type", "Notification").put("MessageId", id);
    envelope.put("TopicArn", form.get("TopicArn")).put("Subject", subject);
    envelope.put("Message", message).set("MessageAttributes", attributes);
    for (String queue : targets) {
      String name = queue.substring(queue.lastIndexOf(':') + 1);
      String url = queues.getQueueUrl(q -> q.queueName(name)).queueUrl();
      queues.sendMessage(m -> m.queueUrl(url).messageBody(envelope.toString()));
    }
    return "<MessageId>" + id + "</MessageId>";
  }

  private static boolean isSubject(String subject) {
    return !subject.isBlank()
        && subject.length() <= LONGEST_SUBJECT
        && subject.chars().allMatch(c -> c >= ' ' && c < 0x7f);
  }

  private static ObjectNode attributes(Map<String, String> form) {
    ObjectNode attributes = JSON.createObjectNode();
    for (int i = 1; form.containsKey("MessageAttributes.entry." + i + ".Name"); i++) {
      String entry = "MessageAttributes.entry." + i + ".";
      String type = form.get(entry + "Value.DataType");
      String value = form.getOrDefault(entry + "Value.StringValue", "");
      refuseIf(value.isEmpty(), "The message attribute must have a value");
      attributes.putObject(form.get(entry + "Name")).put("Type", type).put("Value", value);
    }
    return attributes;
  }

  private static void refuseIf(boolean wrong, String what) {
    if (wrong) {
      throw new Refusal(400, "InvalidParameter", "Invalid parameter: " + what);
    }
  }

  private static Map<String, String> form(byte[] body) {
    Map<String, String> form = new TreeMap<>();
    for (String pair : new String(body, UTF_8).split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        form.put(
            URLDecoder.decode(pair.substring(0, equals), UTF_8),
            URLDecoder.decode(pair.substring(equals + 1), UTF_8));
      }
    }
    return form;
  }

  private static void reply(HttpExchange exchange, int status, String xml) throws IOException {
    byte[] body = xml.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/xml");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static final class Refusal extends RuntimeException {
    private final int status;
    private final String code;

    Refusal(int status, String code, String message) {
      super(message);
      this.status = status;
      this.code = code;
    }
  }

  @Override
  public void close() {
    server.stop(0);
    queues.close();
  }
}
