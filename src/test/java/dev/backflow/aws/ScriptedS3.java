package dev.backflow.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Answers as S3 answers when things go wrong, which no engine does on request: each connection gets
 * the next answer of a script, down to a connection cut in the middle of a body.
 */
final class ScriptedS3 implements AutoCloseable {
  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final Deque<Answer> script = new ArrayDeque<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final Thread thread = new Thread(this::serve, "scripted-s3");

  ScriptedS3() throws IOException {
    thread.setDaemon(true);
    thread.start();
  }

  private record Answer(String head, byte[] body) {}

  /** Answers with an error as S3's XML has it. */
  ScriptedS3 error(int status, String code, String message) {
    byte[] body =
        "<Error><Code>%s</Code><Message>%s</Message><RequestId>r</RequestId></Error>"
            .formatted(code, message)
            .getBytes(UTF_8);
    return answer(
        "HTTP/1.1 %d %s\r\nContent-Type: application/xml\r\nContent-Length: %d"
            .formatted(status, code, body.length),
        body);
  }

  /** Announces {@code length} bytes and sends these; fewer means that the connection is cut. */
  ScriptedS3 content(int status, long length, byte[] body) {
    return answer(
        "HTTP/1.1 %d OK\r\nETag: \"tag\"\r\nx-amz-version-id: v7\r\nContent-Length: %d"
            .formatted(status, length),
        body);
  }

  private synchronized ScriptedS3 answer(String head, byte[] body) {
    script.add(new Answer(head + "\r\nConnection: close\r\n\r\n", body));
    return this;
  }

  /** First lines and headers of every request, in order. */
  List<String> requests() {
    return requests;
  }

  S3Client client() {
    return S3Client.builder()
        .httpClient(UrlConnectionHttpClient.create())
        .region(Region.EU_CENTRAL_1)
        .endpointOverride(URI.create("http://127.0.0.1:" + server.getLocalPort()))
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
        .overrideConfiguration(
            o -> o.retryStrategy(RetryMode.STANDARD).retryStrategy(b -> b.maxAttempts(1)))
        .build();
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        requests.add(head(socket));
        Answer answer = next();
        OutputStream out = socket.getOutputStream();
        out.write(answer.head().getBytes(UTF_8));
        out.write(answer.body());
        out.flush();
      } catch (IOException e) {
        // The client may hang up first; the test sees what it made of it.
      }
    }
  }

  private synchronized Answer next() throws IOException {
    Answer answer = script.poll();
    if (answer == null) {
      throw new IOException("the script has ended");
    }
    return answer;
  }

  private static String head(Socket socket) throws IOException {
    BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
    StringBuilder head = new StringBuilder();
    for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      head.append(line).append('\n');
    }
    return head.toString();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
