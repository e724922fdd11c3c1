package dev.backflow.lambda.packaged;

import dev.backflow.lambda.engines.BuildOutput;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One execution environment: the real runtime interface client in a JVM of its own, the unpacked
 * package as its working directory (from where the client loads classes and {@code lib/*.jar}, as
 * on Lambda), a clean environment.
 */
final class LambdaProcess implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 60;

  private final RuntimeApi api = new RuntimeApi();
  private final Process process;
  private final Path log;

  private LambdaProcess(Path directory, String handler, Map<String, String> env, boolean snapStart)
      throws IOException {
    log = Files.createTempFile("backflow-lambda-", ".log");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // As the managed runtime starts it; the heap is what 1,769 MB of function memory leaves.
    command.addAll(
        List.of("-Xmx1400m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
    if (Runtime.version().feature() >= 24) {
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    command.add(
        "-Dcom.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI="
            + BuildOutput.runtimeNative());
    if (snapStart) {
      command.add("-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac");
    }
    command.addAll(
        List.of(
            "-cp",
            BuildOutput.runtimeClient() + File.separator + "*",
            "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
            handler));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().clear();
    builder.environment().putAll(standard(handler));
    builder.environment().putAll(env);
    if (snapStart) {
      builder.environment().put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
    }
    process = builder.start();
  }

  static LambdaProcess start(Path directory, String handler, Map<String, String> env)
      throws IOException {
    return new LambdaProcess(directory, handler, env, false);
  }

  /** Starts as SnapStart does: initialized, hooks called, restored, only then invoked. */
  static LambdaProcess startFromSnapshot(Path directory, String handler, Map<String, String> env)
      throws IOException {
    return new LambdaProcess(directory, handler, env, true);
  }

  private Map<String, String> standard(String handler) {
    return Map.ofEntries(
        Map.entry("AWS_LAMBDA_RUNTIME_API", api.address()),
        Map.entry("_HANDLER", handler),
        Map.entry("AWS_LAMBDA_FUNCTION_NAME", "backflow"),
        Map.entry("AWS_LAMBDA_FUNCTION_VERSION", "1"),
        Map.entry("AWS_LAMBDA_LOG_FORMAT", "JSON"),
        Map.entry("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1769"),
        Map.entry("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/backflow"),
        Map.entry("AWS_LAMBDA_LOG_STREAM_NAME", "test"),
        Map.entry("AWS_REGION", "eu-central-1"),
        Map.entry("AWS_ACCESS_KEY_ID", "test"),
        Map.entry("AWS_SECRET_ACCESS_KEY", "test"),
        Map.entry("AWS_EC2_METADATA_DISABLED", "true"),
        Map.entry("LANG", "en_US.UTF-8"));
  }

  /** Sends one event and waits for the answer. */
  RuntimeApi.Answer invoke(String event) throws InterruptedException {
    return await(send(event));
  }

  /** Sends one event; nothing completes if the process dies meanwhile. */
  CompletableFuture<RuntimeApi.Answer> send(String event) {
    return api.invoke(event);
  }

  RuntimeApi.Answer await(CompletableFuture<RuntimeApi.Answer> answer) throws InterruptedException {
    try {
      return (RuntimeApi.Answer)
          CompletableFuture.anyOf(answer, api.initializationFailure(), died())
              .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("no answer; the process wrote:\n" + log(), e);
    }
  }

  private CompletableFuture<RuntimeApi.Answer> died() {
    return process
        .onExit()
        .thenApply(
            p -> {
              throw new IllegalStateException("the process ended with " + p.exitValue());
            });
  }

  int restores() {
    return api.restores();
  }

  /** Everything the process wrote so far. */
  String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return "unreadable log: " + e;
    }
  }

  /** Ends the process at once, as a time-out or a lost machine would. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly().onExit().join();
    api.close();
    Files.deleteIfExists(log);
  }
}
