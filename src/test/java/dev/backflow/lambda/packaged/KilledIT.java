package dev.backflow.lambda.packaged;

import static dev.backflow.pipeline.Exports.gzip;
import static dev.backflow.pipeline.Exports.tunnel;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backflow.lambda.Events;
import dev.backflow.lambda.engines.Engines;
import dev.backflow.lambda.engines.FaultProxy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The process is killed before each of its external calls in turn, and the event delivered again to
 * a new one: what is in the table and what is published is what an undisturbed run leaves.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the runtime client is native to Linux")
@ExtendWith({UnpackedPackage.class, Engines.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledIT {
  private static final int CALLS_AT_MOST = 100;
  private static final Pattern TOKEN = Pattern.compile("(\"ClientRequestToken\":\")[0-9a-f]{8}");

  private final Set<String> told = new HashSet<>();

  private int round;
  private Path unpacked;
  private FaultProxy proxy;
  private Deployment deployment;
  private Map<String, String> environment;
  private String event;

  @BeforeAll
  void deploy(Path directory, Engines.OnDemand engines) throws IOException {
    unpacked = directory;
    proxy = new FaultProxy(engines.get());
    deployment = new Deployment(engines.get());
    environment = deployment.environment(proxy);
    byte[] cut = gzip("{\"broken\":");
    deployment.put("cut.gz", cut);
    deployment.put(
        "day.gz",
        gzip(
            tunnel(1, "ws1.example.com", "203.0.113.1")
                + tunnel(2, "ws2.example.com", "203.0.113.1")
                + tunnel(3, "ws1.example.com", "203.0.113.1")));
    event = Events.sqs(Events.s3(deployment.bucket(), "day.gz", "cut.gz", "gone.gz"));
  }

  @AfterAll
  void stop() {
    proxy.close();
  }

  @Test
  void an_export_killed_between_any_two_calls_leaves_the_same_table() throws Exception {
    LambdaProcess process = start("ExportFunction");
    try {
      begin();
      assertThat(process.invoke(event).success()).isTrue();
      Map<String, String> undisturbed = deployment.rows();
      Set<String> aside = new TreeSet<>(deployment.putAside());
      assertThat(undisturbed).hasSizeGreaterThan(5);
      assertThat(aside).hasSize(2);

      boolean killed = true;
      int call = 0;
      for (; killed; call++) {
        begin();
        killed = killedBefore(call, process, event);
        if (killed) {
          process.close();
          process = start("ExportFunction");
          assertThat(process.invoke(event).success()).isTrue();
        }
        assertThat(deployment.rows()).as("killed before call %d", call).isEqualTo(undisturbed);
        assertThat(new TreeSet<>(deployment.putAside())).isEqualTo(aside);
      }
      assertThat(call).isGreaterThan(6);
    } finally {
      process.close();
    }
  }

  @Test
  void a_notifier_killed_between_any_two_calls_publishes_the_same_alerts() throws Exception {
    LambdaProcess process = start("NotifyFunction");
    try (LambdaProcess export = start("ExportFunction")) {
      String changes = alerts(export);
      assertThat(process.invoke(changes).success()).isTrue();
      Set<String> undisturbed = published();
      Map<String, String> rows = rowsWithoutTimes();
      assertThat(undisturbed).hasSizeGreaterThanOrEqualTo(6);

      boolean killed = true;
      int call = 0;
      for (; killed; call++) {
        changes = alerts(export);
        killed = killedBefore(call, process, changes);
        if (killed) {
          process.close();
          process = start("NotifyFunction");
          assertThat(process.invoke(changes).success()).isTrue();
        }
        assertThat(published()).as("killed before call %d", call).isEqualTo(undisturbed);
        assertThat(rowsWithoutTimes()).as("killed before call %d", call).isEqualTo(rows);
      }
      assertThat(call).isGreaterThan(6);
    } finally {
      process.close();
    }
  }

  private LambdaProcess start(String function) throws IOException {
    proxy.reset();
    return LambdaProcess.start(unpacked, "dev.backflow.lambda." + function, environment);
  }

  /**
   * Empties the table for another round. DynamoDB takes a transaction whose token it has seen in
   * the last ten minutes for done; so each round has tokens of its own, as if it came later.
   */
  private void begin() {
    deployment.clear();
    proxy.reset();
    String salt = String.format("%08x", ++round);
    proxy.rewriteDynamoDb(body -> TOKEN.matcher(body).replaceFirst("$1" + salt));
  }

  /** Returns false when the function has done its work before it comes to that call. */
  private boolean killedBefore(int number, LambdaProcess process, String payload) throws Exception {
    assertThat(number).isLessThan(CALLS_AT_MOST);
    proxy.reset();
    CompletableFuture<Boolean> reached = new CompletableFuture<>();
    proxy.inject(
        call -> {
          if (call.number() < number) {
            return FaultProxy.Answer.PASS;
          }
          reached.complete(true);
          return FaultProxy.Answer.NONE;
        });
    CompletableFuture<RuntimeApi.Answer> answer = process.send(payload);
    boolean kill =
        (Boolean) CompletableFuture.anyOf(reached, answer.thenApply(a -> !a.success())).get();
    if (kill) {
      process.kill();
    }
    proxy.reset();
    return kill;
  }

  /** Fresh alerts, pending, as the table's stream tells of them. */
  private String alerts(LambdaProcess export) throws InterruptedException {
    begin();
    assertThat(export.invoke(event).success()).isTrue();
    return Triggers.tableStream(deployment, told);
  }

  private Set<String> published() {
    Set<String> messages = new TreeSet<>();
    for (JsonNode message : deployment.published()) {
      messages.add(
          message.get("TopicArn").textValue()
              + " "
              + message.get("Subject")
              + " "
              + attributes(message)
              + " "
              + message.get("Message"));
    }
    return messages;
  }

  /** Their order is no part of a message. */
  private static Map<String, JsonNode> attributes(JsonNode message) {
    Map<String, JsonNode> sorted = new TreeMap<>();
    message
        .get("MessageAttributes")
        .properties()
        .forEach(a -> sorted.put(a.getKey(), a.getValue()));
    return sorted;
  }

  private Map<String, String> rowsWithoutTimes() {
    Map<String, String> rows = new TreeMap<>(deployment.rows());
    rows.replaceAll((key, row) -> row.replaceAll("publishedAt=AttributeValue\\(S=[^)]*\\)", ""));
    return rows;
  }
}
