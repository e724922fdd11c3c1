package dev.backflow.lambda.engines;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/**
 * Stands between a function and its engines: sees every external call in order, and lets a test
 * answer it, or not let it happen at all.
 */
public final class FaultProxy implements AutoCloseable {
  /** Headers of one connection, which the client and the server each make themselves. */
  private static final Set<String> HOP =
      Set.of("host", "connection", "content-length", "expect", "transfer-encoding", "upgrade");

  private final AwsBackend backend;
  private final Map<AwsBackend.Service, HttpServer> servers =
      new EnumMap<>(AwsBackend.Service.class);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private volatile Fault fault = call -> Answer.PASS;
  private volatile UnaryOperator<String> dynamoDbBodies = UnaryOperator.identity();

  /** Opens a port before each of the backend's services. */
  public FaultProxy(AwsBackend backend) throws IOException {
    this.backend = backend;
    for (AwsBackend.Service service : AwsBackend.Service.values()) {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/", exchange -> handle(service, exchange));
      server.setExecutor(threads);
      server.start();
      servers.put(service, server);
    }
  }

  /**
   * One call of a function to a service.
   *
   * @param number 0-based, over all services
   * @param what the operation, or method and path where the protocol names none
   */
  public record Call(int number, AwsBackend.Service service, String what) {}

  /** What becomes of a call. */
  public interface Fault {
    /** Decides before anything is forwarded. */
    Answer before(Call call);
  }

  /** An answer: the engine's, or one with these. */
  public record Answer(int status, String contentType, String body) {
    /** The engine's own answer. */
    public static final Answer PASS = new Answer(0, "", "");

    /** None: the connection is dropped. */
    public static final Answer NONE = new Answer(-1, "", "");

    /** As DynamoDB answers when it is asked too much. */
    public static final Answer DYNAMODB_THROTTLED =
        new Answer(
            400,
            "application/x-amz-json-1.0",
            "{\"__type\":\"com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException\","
                + "\"message\":\"too much\"}");

    /** As S3 answers when a permission is missing. */
    public static final Answer S3_DENIED =
        new Answer(
            403,
            "application/xml",
            "<Error><Code>AccessDenied</Code><Message>not authorized</Message></Error>");
  }

  /** From now on this decides. */
  public void inject(Fault newFault) {
    fault = newFault;
  }

  /** From now on requests to DynamoDB have their bodies changed by this. */
  public void rewriteDynamoDb(UnaryOperator<String> rewriting) {
    dynamoDbBodies = rewriting;
  }

  /** Forgets faults and calls. */
  public void reset() {
    fault = call -> Answer.PASS;
    calls.clear();
  }

  /** Every call since the last reset. */
  public List<Call> calls() {
    return List.copyOf(calls);
  }

  /** The environment that leads a function here. */
  public Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    servers.forEach(
        (service, server) ->
            environment.put(
                "AWS_ENDPOINT_URL_" + service,
                "http://127.0.0.1:" + server.getAddress().getPort()));
    return environment;
  }

  private void handle(AwsBackend.Service service, HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (service == AwsBackend.Service.DYNAMODB) {
      body = dynamoDbBodies.apply(new String(body, UTF_8)).getBytes(UTF_8);
    }
    Call call;
    synchronized (this) {
      call = new Call(calls.size(), service, what(exchange, body));
      calls.add(call);
    }
    Answer answer = fault.before(call);
    if (answer.status() < 0) {
      exchange.close();
    } else if (answer.status() > 0) {
      exchange.getResponseHeaders().set("Content-Type", answer.contentType());
      send(exchange, answer.status(), answer.body().getBytes(UTF_8));
    } else {
      forward(service, exchange, body);
    }
  }

  private static String what(HttpExchange exchange, byte[] body) {
    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    if (target != null) {
      return target.substring(target.indexOf('.') + 1);
    }
    String form = new String(body, UTF_8);
    if (form.startsWith("Action=")) {
      return form.substring("Action=".length(), form.indexOf('&'));
    }
    return exchange.getRequestMethod() + " " + exchange.getRequestURI();
  }

  private void forward(AwsBackend.Service service, HttpExchange exchange, byte[] body)
      throws IOException {
    URI target = URI.create(backend.endpoint(service) + exchange.getRequestURI().toString());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target)
            .method(
                exchange.getRequestMethod(),
                body.length == 0
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!HOP.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(v -> request.header(name, v));
              }
            });
    try {
      HttpResponse<byte[]> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      response
          .headers()
          .map()
          .forEach(
              (name, values) -> {
                if (!HOP.contains(name) && !name.startsWith(":")) {
                  exchange.getResponseHeaders().put(name, values);
                }
              });
      send(exchange, response.statusCode(), response.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      exchange.close();
    }
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    try {
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    } finally {
      exchange.close();
    }
  }

  @Override
  public void close() {
    servers.values().forEach(s -> s.stop(0));
    threads.shutdownNow();
  }
}
