package dev.backflow.cases;

import static dev.backflow.cases.SightingFixtures.nth;
import static dev.backflow.cases.SightingFixtures.sighting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backflow.cases.Alert.Activity;
import dev.backflow.commandline.RemoteForward;
import dev.backflow.detection.Verdict;
import dev.backflow.triage.Detections;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseFoldTest {
  private final CaseFold fold = new CaseFold(CaseFold.WINDOW);

  @Test
  void the_first_sighting_opens_a_case_and_alerts_at_once() {
    CaseFold.Step step = fold.apply(null, List.of(nth(1)));

    assertThat(step.next().sightings()).isEqualTo(1);
    assertThat(step.next().version()).isEqualTo(1);
    assertThat(step.alerts())
        .singleElement()
        .satisfies(
            a -> {
              assertThat(a.activity()).isEqualTo(Activity.CREATE);
              assertThat(a.cause()).isEqualTo("first sighting");
              assertThat(a.snapshot()).isEqualTo(step.next());
            });
  }

  @Test
  void repetition_inside_the_window_is_counted_and_not_told() {
    CaseFold.Step step = fold.apply(null, List.of(nth(1), nth(2), nth(3)));

    assertThat(step.alerts()).hasSize(1);
    assertThat(step.next().sightings()).isEqualTo(3);
    assertThat(step.next().launches()).isEqualTo(3);
    assertThat(step.next().unreported()).isEqualTo(2);
  }

  @Test
  void the_next_window_tells_once_what_was_counted() {
    CaseFold.Step step = fold.apply(null, List.of(nth(1), nth(2), nth(400), nth(401)));

    assertThat(step.alerts())
        .extracting(Alert::activity)
        .containsExactly(Activity.CREATE, Activity.UPDATE);
    assertThat(step.alerts().get(1).sightings()).isEqualTo(2);
    assertThat(step.next().unreported()).isEqualTo(1);
  }

  @Test
  void a_new_user_a_new_service_and_a_graver_severity_are_told_at_once() {
    Case open = fold.apply(null, List.of(nth(1))).next();

    assertThat(cause(open, Detections.forward().user(null, "EXAMPLE", "other")))
        .isEqualTo("new user EXAMPLE\\other");
    assertThat(
            cause(
                open, Detections.forward().forwards(RemoteForward.tcp(null, 1, "localhost", 8001))))
        .isEqualTo("now also hands out port 8001 of this host (localhost:8001)");
    assertThat(cause(open, Detections.forward().renamed("C:\\Users\\jo\\x.exe")))
        .isEqualTo("severity rose to critical");
  }

  private String cause(Case before, Detections detection) {
    Sighting next = sighting(detection.event("event-2", "2026-03-02T00:02:00Z"));
    return fold.apply(before, List.of(next)).alerts().get(0).cause();
  }

  @Test
  void a_quiet_attempt_opens_a_case_without_an_alert_and_the_forward_after_it_creates_one() {
    Sighting attempt =
        sighting(Detections.forward().verdict(Verdict.ATTEMPT).event("e1", "2026-03-02T00:00:00Z"));
    Case quiet = fold.apply(null, List.of(attempt)).next();

    assertThat(quiet.window()).isNull();
    assertThat(fold.apply(quiet, List.of(nth(1))).alerts())
        .singleElement()
        .satisfies(a -> assertThat(a.activity()).isEqualTo(Activity.CREATE));
  }

  @Test
  void a_closed_case_reopens_as_an_update() {
    Case open = fold.apply(null, List.of(nth(1))).next();
    Case closed =
        new Case(
            open.key(),
            open.version() + 1,
            Case.Status.CLOSED,
            "benign",
            open.firstSeen(),
            open.lastSeen(),
            open.sightings(),
            open.launches(),
            open.worst(),
            open.users(),
            open.programs(),
            open.forwards(),
            open.exposes(),
            open.logins(),
            open.commandLines(),
            open.latest(),
            open.window(),
            open.unreported());

    CaseFold.Step step = fold.apply(closed, List.of(nth(2)));

    assertThat(step.next().status()).isEqualTo(Case.Status.OPEN);
    assertThat(step.next().resolution()).isNull();
    assertThat(step.alerts().get(0).activity()).isEqualTo(Activity.UPDATE);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void where_batches_end_changes_neither_the_case_nor_any_alert(long seed) {
    List<Sighting> sightings = new ArrayList<>();
    Random random = new Random(seed);
    for (int i = 0; i < 60; i++) {
      Detections d =
          Detections.forward()
              .event(
                  "event-" + i,
                  Instant.parse("2026-03-02T00:00:00Z")
                      .plusSeconds(random.nextInt(80_000))
                      .toString())
              .user(null, "EXAMPLE", "user" + random.nextInt(3));
      sightings.add(sighting(random.nextInt(9) == 0 ? d.hostKeyCheckOff().inlinePassword() : d));
    }
    CaseFold.Step whole = fold.apply(null, sightings);

    List<Alert> alerts = new ArrayList<>();
    Case current = null;
    int from = 0;
    while (from < sightings.size()) {
      int to = Math.min(sightings.size(), from + 1 + random.nextInt(7));
      CaseFold.Step step = fold.apply(current, sightings.subList(from, to));
      current = step.next();
      alerts.addAll(step.alerts());
      from = to;
    }

    assertThat(current).as("seed %s", seed).isEqualTo(whole.next());
    assertThat(alerts).as("seed %s", seed).isEqualTo(whole.alerts());
    assertThat(alerts).extracting(Alert::id).doesNotHaveDuplicates();
  }

  @Test
  void first_and_last_seen_follow_event_time_whatever_the_order() {
    Case c = fold.apply(null, List.of(nth(30), nth(10), nth(20))).next();

    assertThat(c.firstSeen()).isEqualTo("2026-03-02T00:10:00Z");
    assertThat(c.lastSeen()).isEqualTo("2026-03-02T00:30:00Z");
    assertThat(c.users())
        .singleElement()
        .satisfies(
            u -> {
              assertThat(u.first()).isEqualTo("2026-03-02T00:10:00Z");
              assertThat(u.last()).isEqualTo("2026-03-02T00:30:00Z");
              assertThat(u.count()).isEqualTo(3);
            });
  }

  @Test
  void attributes_are_bounded_and_a_full_list_tells_of_no_more_newcomers() {
    List<Sighting> many = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      many.add(
          sighting(
              Detections.forward()
                  .event("event-" + i, "2026-03-02T00:00:00Z")
                  .user(null, "EXAMPLE", "user" + i)));
    }

    CaseFold.Step step = fold.apply(null, many);

    assertThat(step.next().users()).hasSize(Seen.AT_MOST);
    assertThat(step.alerts()).hasSize(Seen.AT_MOST);
    assertThat(step.next().sightings()).isEqualTo(30);
  }

  @Test
  void a_window_shorter_than_a_second_is_refused() {
    assertThatThrownBy(() -> new CaseFold(Duration.ofMillis(999)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least 1 s");
  }
}
