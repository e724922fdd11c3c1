package dev.backflow.cases.dynamodb;

import static dev.backflow.cases.SightingFixtures.TENANT;
import static dev.backflow.cases.SightingFixtures.nth;
import static dev.backflow.cases.SightingFixtures.sighting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backflow.cases.Alert;
import dev.backflow.cases.Case;
import dev.backflow.cases.CaseFold;
import dev.backflow.cases.CaseStore.Recorded;
import dev.backflow.cases.MemoryCaseStore;
import dev.backflow.cases.Sighting;
import dev.backflow.cli.local.LocalTable;
import dev.backflow.export.PermanentException;
import dev.backflow.export.TransientException;
import dev.backflow.triage.Detections;
import dev.backflow.triage.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

class DynamoCaseStoreTest {
  private final CaseFold fold = new CaseFold(CaseFold.WINDOW);
  private final List<Duration> waits = new ArrayList<>();
  private LocalTable table;
  private Faults faults;
  private DynamoCaseStore store;

  @BeforeEach
  void start() {
    table = LocalTable.start();
    faults = new Faults(table.client());
    store =
        new DynamoCaseStore(
            faults.client(), LocalTable.NAME, fold, new Backoff(new Random(1), waits::add));
  }

  @AfterEach
  void stop() {
    table.close();
  }

  private Case onlyCase() {
    return new DynamoCases(table.client(), LocalTable.NAME).open(TENANT, 10).get(0);
  }

  private List<Alert> pending() {
    return new DynamoPendingAlerts(table.client(), LocalTable.NAME).pending(TENANT, 100);
  }

  private static List<Sighting> sightings(int count) {
    return IntStream.range(0, count).mapToObj(dev.backflow.cases.SightingFixtures::nth).toList();
  }

  @Test
  void sightings_case_scope_and_alert_are_written_in_one_transaction() {
    assertThat(store.record(sightings(3))).isEqualTo(new Recorded(3, 0));

    assertThat(faults.transactions()).hasSize(1);
    assertThat(onlyCase()).isEqualTo(fold.apply(null, sightings(3)).next());
    assertThat(pending()).isEqualTo(fold.apply(null, sightings(3)).alerts());
    assertThat(store.hosts(TENANT, new Scope(Scope.Kind.SERVER, "203.0.113.7:22")))
        .containsExactly("host-1");
  }

  @Test
  void the_same_sightings_again_change_nothing() {
    store.record(sightings(3));
    var before = TableDump.of(table.client(), LocalTable.NAME);

    assertThat(store.record(sightings(3))).isEqualTo(new Recorded(0, 3));
    assertThat(TableDump.of(table.client(), LocalTable.NAME)).isEqualTo(before);
  }

  @Test
  void new_sightings_among_old_ones_are_added_and_counted_apart() {
    store.record(sightings(3));

    assertThat(store.record(sightings(5))).isEqualTo(new Recorded(2, 3));
    assertThat(onlyCase().sightings()).isEqualTo(5);
  }

  @Test
  void a_sighting_given_twice_in_one_call_counts_once() {
    assertThat(store.record(List.of(nth(1), nth(1)))).isEqualTo(new Recorded(1, 1));
    assertThat(onlyCase().sightings()).isEqualTo(1);
  }

  @Test
  void more_sightings_than_one_transaction_holds_are_written_in_several() {
    assertThat(store.record(sightings(200))).isEqualTo(new Recorded(200, 0));

    assertThat(faults.transactions()).hasSize(3);
    assertThat(faults.transactions())
        .allSatisfy(t -> assertThat(t.transactItems()).hasSizeLessThanOrEqualTo(100));
    assertThat(onlyCase()).isEqualTo(fold.apply(null, sightings(200)).next());
  }

  @Test
  void sightings_with_many_alerts_and_scopes_are_split_until_they_fit() {
    List<Sighting> wide = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      wide.add(
          sighting(
              Detections.forward()
                  .event("event-" + i, "2026-03-02T00:00:00Z")
                  .to("login" + i, "203.0.113.7", 22)
                  .keyFile("C:\\keys\\" + i)));
    }

    assertThat(store.record(wide)).isEqualTo(new Recorded(60, 0));
    assertThat(faults.transactions())
        .allSatisfy(t -> assertThat(t.transactItems()).hasSizeLessThanOrEqualTo(100));
    assertThat(onlyCase()).isEqualTo(fold.apply(null, wide).next());
  }

  @Test
  void contention_is_tried_again_with_growing_waits_and_then_succeeds() {
    for (int i = 0; i < 11; i++) {
      faults.beforeTransaction(Faults::conflict);
    }

    assertThat(store.record(sightings(2))).isEqualTo(new Recorded(2, 0));
    assertThat(waits).hasSize(11);
    assertThat(waits)
        .allSatisfy(w -> assertThat(w).isBetween(Duration.ZERO, Duration.ofSeconds(2)));
  }

  @Test
  void contention_without_end_is_a_transient_failure_that_stores_nothing() {
    for (int i = 0; i < 12; i++) {
      faults.beforeTransaction(Faults::conflict);
    }

    assertThatThrownBy(() -> store.record(sightings(2)))
        .isInstanceOf(TransientException.class)
        .hasMessageContaining("backflow")
        .hasMessageContaining("12 tries");
    assertThat(TableDump.of(table.client(), LocalTable.NAME)).isEmpty();
  }

  @Test
  void a_lost_answer_counts_nothing_twice() {
    faults.afterTransaction(Faults::conflict);

    store.record(sightings(3));

    assertThat(onlyCase()).isEqualTo(fold.apply(null, sightings(3)).next());
    assertThat(pending()).hasSize(1);
  }

  @Test
  void another_writer_in_between_loses_no_sighting_of_either() {
    DynamoCaseStore other =
        new DynamoCaseStore(
            table.client(), LocalTable.NAME, fold, new Backoff(new Random(2), waits::add));
    store.record(List.of(nth(0)));
    faults.beforeTransaction(
        () -> {
          other.record(List.of(nth(1)));
          return Faults.conflict();
        });

    store.record(List.of(nth(2)));

    assertThat(onlyCase().sightings()).isEqualTo(3);
    assertThat(onlyCase().version()).isEqualTo(3);
  }

  @Test
  void a_stale_version_is_refused_by_the_engine_itself() {
    store.record(List.of(nth(0)));
    Case stale = onlyCase();
    store.record(List.of(nth(1)));
    CaseTransaction late =
        new CaseTransaction(
            LocalTable.NAME,
            new Rows(),
            stale,
            fold.apply(stale, List.of(nth(2))),
            List.of(nth(2)),
            java.util.Set.of());

    assertThatThrownBy(() -> table.client().transactWriteItems(late.request()))
        .hasMessageContaining("ConditionalCheckFailed");
    assertThat(onlyCase().sightings()).isEqualTo(2);
  }

  @Test
  void a_row_the_engine_can_never_take_is_a_permanent_failure() {
    faults.beforeTransaction(
        () ->
            Faults.cancelled(
                CancellationReason.builder().code("ValidationError").message("too large").build()));

    assertThatThrownBy(() -> store.record(sightings(1)))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining("too large");
  }

  @Test
  void throttling_is_a_transient_failure_that_names_the_table() {
    faults.beforeTransaction(
        () -> ProvisionedThroughputExceededException.builder().message("slow down").build());

    assertThatThrownBy(() -> store.record(sightings(1)))
        .isInstanceOf(TransientException.class)
        .hasMessageContaining("table backflow")
        .hasMessageContaining("slow down");
  }

  @Test
  void one_request_sent_twice_has_one_token_and_another_version_another() {
    store.record(List.of(nth(0)));
    store.record(List.of(nth(1)));
    String first = faults.transactions().get(0).clientRequestToken();
    String second = faults.transactions().get(1).clientRequestToken();

    assertThat(first).hasSize(32).isNotEqualTo(second);
  }

  @Test
  void a_tenant_cannot_reach_into_anothers_rows_by_its_name() {
    assertThat(Keys.casePartition("a#b", "x")).isNotEqualTo(Keys.casePartition("a", "b#x"));
    assertThat(Keys.part("a#b")).isEqualTo("a%23b");
    assertThat(Keys.part("a%23b")).isEqualTo("a%2523b");
    assertThat(Keys.part("x".repeat(5_000))).hasSizeLessThanOrEqualTo(400);
  }

  @Test
  void the_store_in_memory_keeps_the_same_cases_and_alerts() {
    MemoryCaseStore memory = new MemoryCaseStore(fold);
    List<Sighting> some = sightings(7);
    store.record(some);
    memory.record(some);
    memory.record(some);

    assertThat(memory.cases()).containsExactly(onlyCase());
    assertThat(memory.alerts()).isEqualTo(pending());
    assertThat(memory.hosts(TENANT, some.get(0).scopes().get(0)))
        .isEqualTo(store.hosts(TENANT, some.get(0).scopes().get(0)));
  }

  @Test
  void the_actions_of_a_transaction_are_all_conditional() {
    store.record(sightings(2));

    assertThat(faults.transactions().get(0).transactItems())
        .extracting(TransactWriteItem::put)
        .allSatisfy(put -> assertThat(put.conditionExpression()).isNotBlank());
  }
}
