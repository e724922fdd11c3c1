package dev.backflow.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backflow.alerts.Message;
import dev.backflow.alerts.Notifier;
import dev.backflow.cases.Alert;
import dev.backflow.cases.CaseFold;
import dev.backflow.cases.dynamodb.DynamoCaseStore;
import dev.backflow.cases.dynamodb.DynamoPendingAlerts;
import dev.backflow.cases.dynamodb.Faults;
import dev.backflow.cases.dynamodb.TableDump;
import dev.backflow.cli.local.LocalTable;
import dev.backflow.detection.ReverseForwardDetector;
import dev.backflow.export.ExportLimits;
import dev.backflow.export.TransientException;
import dev.backflow.telemetry.Normalizer;
import dev.backflow.triage.TriageSettings;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One visible effect, whatever happens in between: on the real engine, down to the last byte. */
class RepeatedRunTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-03-02T12:00:00Z"));

  private static RunSummary run(DynamoDbClient client) {
    DynamoCaseStore store =
        new DynamoCaseStore(client, LocalTable.NAME, new CaseFold(CaseFold.WINDOW), new Random(1));
    return new ExportRun(
            "acme",
            ExportLimits.DEFAULTS,
            new Normalizer(),
            new ReverseForwardDetector(),
            TriageSettings.defaults(),
            store,
            putAside -> {})
        .run("export.xml", Exports.stream(Exports.morning()));
  }

  private static Map<String, Map<String, AttributeValue>> rows(LocalTable table) {
    return TableDump.of(table.client(), LocalTable.NAME);
  }

  private static List<Alert> drain(LocalTable table, Notifier notifier) {
    DynamoPendingAlerts pending = new DynamoPendingAlerts(table.client(), LocalTable.NAME);
    List<Alert> alerts =
        table.inserted().stream().flatMap(row -> pending.inserted(row).stream()).toList();
    alerts.forEach(notifier::publish);
    return alerts;
  }

  @Test
  void the_same_export_twice_leaves_what_one_run_leaves() {
    try (LocalTable table = LocalTable.start()) {
      RunSummary first = run(table.client());
      var once = rows(table);

      RunSummary second = run(table.client());

      assertThat(first.recorded().added()).isEqualTo(40);
      assertThat(second.recorded().added()).isZero();
      assertThat(second.recorded().repeated()).isEqualTo(40);
      assertThat(rows(table)).isEqualTo(once);
    }
  }

  @Test
  void a_run_killed_at_any_call_and_repeated_leaves_what_one_clean_run_leaves() {
    Map<String, Map<String, AttributeValue>> clean;
    try (LocalTable table = LocalTable.start()) {
      run(table.client());
      clean = rows(table);
    }
    int kills = 0;
    boolean killed = true;
    for (int calls = 0; killed; calls += 3) {
      try (LocalTable table = LocalTable.start()) {
        killed = killed(table, calls);
        run(table.client());
        assertThat(rows(table)).as("killed after %d calls", calls).isEqualTo(clean);
        kills += killed ? 1 : 0;
      }
    }
    assertThat(kills).isGreaterThan(5);
  }

  private static boolean killed(LocalTable table, int calls) {
    try {
      run(new Faults(table.client()).killedAfter(calls).client());
      return false;
    } catch (Faults.Killed e) {
      return true;
    }
  }

  @Test
  void a_fault_between_commit_and_publish_loses_no_alert_and_changes_no_id() {
    try (LocalTable table = LocalTable.start()) {
      run(table.client());
      DynamoPendingAlerts pending = new DynamoPendingAlerts(table.client(), LocalTable.NAME);
      List<Message> sent = new ArrayList<>();

      Notifier failing =
          new Notifier(
              message -> {
                if (sent.size() == 4) {
                  throw new TransientException("topic unreachable", null);
                }
                sent.add(message);
              },
              pending,
              CLOCK);
      assertThatThrownBy(() -> drain(table, failing)).isInstanceOf(TransientException.class);
      int left = pending.pending("acme", 100).size();
      List<Alert> alerts = drain(table, new Notifier(sent::add, pending, CLOCK));

      assertThat(left).isEqualTo(alerts.size() - 1);
      assertThat(pending.pending("acme", 100)).isEmpty();
      assertThat(ids(sent)).hasSize(alerts.size());
      assertThat(ids(sent)).isEqualTo(new LinkedHashSet<>(alerts.stream().map(Alert::id).toList()));
    }
  }

  private static Set<String> ids(List<Message> sent) {
    Set<String> ids = new LinkedHashSet<>();
    for (Message message : sent) {
      if (message.topic() == Message.Topic.MACHINE) {
        ids.add(
            message.body().replaceAll(".*\"metadata\":\\{[^}]*?\"uid\":\"([0-9a-f]+)\".*", "$1"));
      }
    }
    return ids;
  }
}
