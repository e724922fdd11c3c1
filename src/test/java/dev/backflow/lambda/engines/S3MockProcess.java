package dev.backflow.lambda.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * Adobe's S3Mock as a process of its own: it is a Spring Boot application, whose class path would
 * change that of everything tested beside it.
 */
final class S3MockProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Process process;
  private final Path log;
  private final URI endpoint;

  S3MockProcess() throws IOException {
    int port = InProcessBackend.freePort();
    endpoint = URI.create("http://127.0.0.1:" + port);
    log = Files.createTempFile("backflow-s3mock-", ".log");
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                BuildOutput.s3Mock().toString(),
                "--http.port=" + port,
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--vectors.http.port=0",
                "--vectors.https.port=0")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
  }

  URI endpoint() {
    return endpoint;
  }

  void awaitReady() throws IOException, InterruptedException {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!answers()) {
      if (!process.isAlive() || Instant.now().isAfter(deadline)) {
        throw new IllegalStateException("S3Mock does not start:\n" + Files.readString(log));
      }
      Thread.sleep(50);
    }
  }

  private boolean answers() throws IOException {
    HttpURLConnection connection = (HttpURLConnection) endpoint.toURL().openConnection();
    try {
      return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
    } catch (IOException e) {
      return false;
    } finally {
      connection.disconnect();
    }
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
    try {
      Files.deleteIfExists(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
