package dev.backflow.lambda.packaged;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The Lambda service's side of the runtime API, version 2018-06-01, as the Lambda developer guide
 * describes it ("Using the Lambda runtime API for custom runtimes").
 */
final class RuntimeApi implements AutoCloseable {
  static final Duration DEADLINE = Duration.ofMinutes(5);

  private static final String ROOT = "/2018-06-01/runtime/";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final BlockingQueue<Pending> next = new LinkedBlockingQueue<>();
  private final Map<String, Pending> running = new ConcurrentHashMap<>();
  private final CompletableFuture<Answer> initialization = new CompletableFuture<>();
  private final AtomicInteger restores = new AtomicInteger();
  private final AtomicInteger count = new AtomicInteger();

  RuntimeApi() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(ROOT, this::handle);
    server.setExecutor(threads);
    server.start();
  }

  /** What a function made of an event. */
  record Answer(boolean success, String body) {}

  private record Pending(String id, byte[] event, CompletableFuture<Answer> answer) {}

  /** The value of {@code AWS_LAMBDA_RUNTIME_API}. */
  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** Queues an event for the function; the answer comes when it does. */
  CompletableFuture<Answer> invoke(String event) {
    Pending pending =
        new Pending(
            "req-" + count.incrementAndGet(),
            event.getBytes(StandardCharsets.UTF_8),
            new CompletableFuture<>());
    next.add(pending);
    return pending.answer();
  }

  /** Completes with the report of a function that could not start. */
  CompletableFuture<Answer> initializationFailure() {
    return initialization;
  }

  /** How often the runtime said that it is ready to be restored from a snapshot. */
  int restores() {
    return restores.get();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().substring(ROOT.length());
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (path.equals("invocation/next")) {
      sendNext(exchange);
    } else if (path.startsWith("invocation/")) {
      String[] parts = path.split("/", -1);
      complete(running.remove(parts[1]), new Answer(parts[2].equals("response"), text(body)));
      reply(exchange, 202, "{}");
    } else if (path.equals("restore/next")) {
      restores.incrementAndGet();
      reply(exchange, 200, "");
    } else {
      initialization.complete(new Answer(false, path + ": " + text(body)));
      reply(exchange, 202, "{}");
    }
  }

  private void sendNext(HttpExchange exchange) throws IOException {
    Pending pending;
    try {
      pending = next.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      exchange.close();
      return;
    }
    running.put(pending.id(), pending);
    var headers = exchange.getResponseHeaders();
    headers.set("Lambda-Runtime-Aws-Request-Id", pending.id());
    headers.set(
        "Lambda-Runtime-Deadline-Ms", Long.toString(Instant.now().plus(DEADLINE).toEpochMilli()));
    headers.set(
        "Lambda-Runtime-Invoked-Function-Arn",
        "arn:aws:lambda:eu-central-1:111122223333:function:backflow");
    headers.set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, pending.event().length);
    exchange.getResponseBody().write(pending.event());
    exchange.close();
  }

  private static void complete(Pending pending, Answer answer) {
    if (pending != null) {
      pending.answer().complete(answer);
    }
  }

  private static void reply(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static String text(byte[] body) {
    return new String(body, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
