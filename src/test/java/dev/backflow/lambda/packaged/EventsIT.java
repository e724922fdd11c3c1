package dev.backflow.lambda.packaged;

import static dev.backflow.pipeline.Exports.gzip;
import static dev.backflow.pipeline.Exports.tunnel;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.backflow.lambda.engines.BuildOutput;
import dev.backflow.lambda.engines.Engines;
import dev.backflow.lambda.engines.FaultProxy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file under events/ is what it says, to the function it is for. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the runtime client is native to Linux")
@ExtendWith({UnpackedPackage.class, Engines.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventsIT {
  private static final String NOTHING_FAILED = "{\"batchItemFailures\":[]}";
  private static final String ONE_READ = "{\"read\":1,\"putAside\":0,\"ignored\":0}";
  private static final String ONE_IGNORED = "{\"read\":0,\"putAside\":0,\"ignored\":1}";
  private static final String SECOND_FAILED =
      "{\"batchItemFailures\":[{\"itemIdentifier\":\"00000000-0000-4000-8000-000000000002\"}]}";

  /** Which function each event is for, and its answer. */
  private static final Map<String, Expected> EVENTS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("crowdstrike-sqs.json", new Expected("Export", NOTHING_FAILED)),
              Map.entry("empty.json", new Expected("Export", NOTHING_FAILED)),
              Map.entry("eventbridge-sqs.json", new Expected("Export", NOTHING_FAILED)),
              Map.entry("eventbridge.json", new Expected("Export", ONE_READ)),
              Map.entry("kinesis.json", new Expected("Stream", NOTHING_FAILED)),
              Map.entry("one-failing-sqs.json", new Expected("Export", SECOND_FAILED)),
              Map.entry("s3-sns-sqs.json", new Expected("Export", NOTHING_FAILED)),
              Map.entry("s3-sqs.json", new Expected("Export", NOTHING_FAILED)),
              Map.entry("s3-test-event-sqs.json", new Expected("Export", NOTHING_FAILED)),
              Map.entry("s3-test-event.json", new Expected("Export", ONE_IGNORED)),
              Map.entry("s3.json", new Expected("Export", ONE_READ)),
              Map.entry("sns.json", new Expected("Export", ONE_READ)),
              Map.entry("table-stream.json", new Expected("Notify", NOTHING_FAILED))));

  private final Map<String, LambdaProcess> functions = new TreeMap<>();

  private FaultProxy proxy;
  private Deployment deployment;

  record Expected(String function, String answer) {}

  @BeforeAll
  void deploy(Path unpacked, Engines.OnDemand engines) throws IOException {
    proxy = new FaultProxy(engines.get());
    deployment = new Deployment(engines.get(), "example-exports");
    deployment.put(
        "exports/day one+ü.ndjson.gz", gzip(tunnel(1, "ws-01.example.com", "203.0.113.21")));
    deployment.put("data/0a1b/part-00000.gz", gzip(tunnel(2, "ws-02.example.com", "203.0.113.22")));
    deployment.put("data/0a1b/part-00001.gz", gzip(tunnel(3, "ws-03.example.com", "203.0.113.23")));
    for (String function : List.of("Export", "Stream", "Notify")) {
      functions.put(
          function,
          LambdaProcess.start(
              unpacked,
              "dev.backflow.lambda." + function + "Function",
              deployment.environment(proxy)));
    }
  }

  @AfterAll
  void stop() throws IOException {
    for (LambdaProcess function : functions.values()) {
      function.close();
    }
    proxy.close();
  }

  static Stream<String> events() {
    return EVENTS.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("events")
  void an_event_is_answered_as_expected(String file) throws Exception {
    Expected expected = EVENTS.get(file);

    RuntimeApi.Answer answer = functions.get(expected.function()).invoke(text(file));

    assertThat(answer).isEqualTo(new RuntimeApi.Answer(true, expected.answer()));
  }

  @Test
  void every_event_is_driven() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("events"))) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(EVENTS.keySet());
    }
  }

  @Test
  void the_event_of_the_tables_stream_is_what_the_table_tells_of_the_example() throws Exception {
    functions.get("Export").invoke(text("s3.json"));
    ObjectNode told = (ObjectNode) Deployment.json(Triggers.tableStream(deployment));
    Iterator<JsonNode> records = told.get("Records").iterator();
    while (records.hasNext()) {
      if (!records.next().toString().contains("203.0.113.21")) {
        records.remove();
      }
    }
    Path copy = BuildOutput.directory().resolve("table-stream.json");
    Files.writeString(copy, told.toPrettyString() + "\n");

    assertThat(row(Deployment.json(text("table-stream.json"))))
        .as("if rows are meant to have changed, copy %s to events/", copy)
        .isEqualTo(row(told));
  }

  /**
   * Keys and names of attributes: what the alert says in words may change from version to version.
   */
  private static List<String> row(JsonNode event) {
    JsonNode image = event.findValues("NewImage").get(0);
    List<String> row = new ArrayList<>();
    image.fieldNames().forEachRemaining(row::add);
    Collections.sort(row);
    row.add(image.get("PK").get("S").textValue());
    row.add(image.get("SK").get("S").textValue());
    return row;
  }

  @Test
  void the_event_of_the_tables_stream_is_published_to_every_topic() throws Exception {
    deployment.published();

    functions.get("Notify").invoke(text("table-stream.json"));

    assertThat(deployment.published())
        .extracting(m -> m.get("TopicArn").textValue())
        .containsExactlyInAnyOrder(
            deployment.topic("MACHINE"), deployment.topic("MAIL"), deployment.topic("CHAT"));
  }

  private static String text(String file) throws IOException {
    return Files.readString(Path.of("events", file));
  }
}
