package dev.backflow.cases;

import dev.backflow.cases.Alert.Activity;
import dev.backflow.telemetry.Fingerprint;
import dev.backflow.triage.Assessment;
import dev.backflow.triage.ForwardText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Applies sightings to a case one by one. What comes out depends on the sightings and their order
 * alone, not on how they were batched: so a run repeated from any point makes the same alerts with
 * the same ids.
 *
 * <p>The first sighting alerts at once. After that a new user, a new service or forward, or a rise
 * in severity alerts at once; what changes nothing is counted and told at most once a window.
 * Windows are stretches of event time, never of the wall clock.
 */
public final class CaseFold {
  /** The default length of a window: a tunnel that lasts a night is two mails, not twenty. */
  public static final Duration WINDOW = Duration.ofHours(6);

  private final Duration window;

  /**
   * Creates a fold.
   *
   * @param window length of an update window, at least a second
   * @throws IllegalArgumentException when it is shorter
   */
  public CaseFold(Duration window) {
    if (window.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException("the update window is " + window + ": at least 1 s");
    }
    this.window = window;
  }

  /**
   * The case after some sightings, and the alerts they made.
   *
   * @param next the case, its version grown by one for each sighting
   * @param alerts in the order of their causes
   */
  public record Step(Case next, List<Alert> alerts) {
    public Step {
      alerts = List.copyOf(alerts);
    }
  }

  /** Applies sightings of one case, in order; {@code before} is null when there is none yet. */
  public Step apply(@Nullable Case before, List<Sighting> sightings) {
    if (sightings.isEmpty()) {
      throw new IllegalArgumentException("a fold needs at least one sighting");
    }
    List<Alert> alerts = new ArrayList<>();
    Case current = apply(before, sightings.get(0), alerts);
    for (Sighting sighting : sightings.subList(1, sightings.size())) {
      current = apply(current, sighting, alerts);
    }
    return new Step(current, alerts);
  }

  private Case apply(@Nullable Case before, Sighting sighting, List<Alert> alerts) {
    Case counted = before == null ? opened(sighting) : counted(before, sighting);
    Cause cause = cause(before, sighting);
    if (cause == null) {
      return counted;
    }
    Case reported = reported(counted, index(sighting.time()));
    alerts.add(
        new Alert(
            Fingerprint.of("alert", sighting.key().caseId(), cause.kind(), cause.value()),
            before == null || before.window() == null ? Activity.CREATE : Activity.UPDATE,
            cause.text(),
            sighting.time(),
            counted.unreported(),
            reported));
    return reported;
  }

  /** Why an alert goes out now: {@code kind} and {@code value} make its id. */
  private record Cause(String kind, String value, String text) {}

  private @Nullable Cause cause(@Nullable Case before, Sighting sighting) {
    if (before == null || before.window() == null) {
      return sighting.alertsAtOnce() ? new Cause("create", "", "first sighting") : null;
    }
    if (before.status() == Case.Status.CLOSED) {
      return new Cause("reopen", sighting.id(), "seen again after the case was closed");
    }
    Assessment now = sighting.assessment();
    if (now.level().compareTo(before.worst().level()) > 0) {
      return new Cause("severity", now.level().label(), "severity rose to " + now.level().label());
    }
    if (!Seen.has(before.users(), sighting.account()) && before.users().size() < Seen.AT_MOST) {
      return new Cause("user", sighting.account(), "new user " + sighting.account());
    }
    String exposed = newValue(before.exposes(), sighting.exposes());
    if (exposed != null) {
      return new Cause("exposes", exposed, "now also hands out " + exposed);
    }
    long index = index(sighting.time());
    return index > before.window() ? new Cause("window", Long.toString(index), "seen again") : null;
  }

  private static @Nullable String newValue(List<Seen> seen, List<String> values) {
    if (seen.size() >= Seen.AT_MOST) {
      return null;
    }
    return values.stream().filter(v -> !Seen.has(seen, v)).findFirst().orElse(null);
  }

  private long index(Instant time) {
    return Math.floorDiv(time.getEpochSecond(), window.toSeconds());
  }

  private static Case opened(Sighting sighting) {
    Case empty =
        new Case(
            sighting.key(),
            0,
            Case.Status.OPEN,
            null,
            sighting.time(),
            sighting.time(),
            0,
            0,
            sighting.assessment(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            sighting,
            null,
            0);
    return counted(empty, sighting);
  }

  private static Case counted(Case before, Sighting sighting) {
    Instant time = sighting.time();
    return new Case(
        before.key(),
        before.version() + 1,
        Case.Status.OPEN,
        null,
        time.isBefore(before.firstSeen()) ? time : before.firstSeen(),
        time.isAfter(before.lastSeen()) ? time : before.lastSeen(),
        before.sightings() + 1,
        before.launches() + (sighting.countsAsLaunch() ? 1 : 0),
        graver(before.worst(), sighting.assessment()),
        Seen.add(before.users(), sighting.account(), time),
        addIfGiven(before.programs(), sighting.image(), time),
        addAll(before.forwards(), arrows(sighting), time),
        addAll(before.exposes(), sighting.exposes(), time),
        addIfGiven(before.logins(), sighting.login(), time),
        Seen.add(before.commandLines(), sighting.commandLine(), time),
        sighting,
        before.window(),
        before.unreported() + 1);
  }

  private static List<String> arrows(Sighting sighting) {
    return sighting.forwards().stream().map(ForwardText::arrow).toList();
  }

  private static Assessment graver(Assessment a, Assessment b) {
    int byLevel = b.level().compareTo(a.level());
    return byLevel > 0 || (byLevel == 0 && b.score() > a.score()) ? b : a;
  }

  private static List<Seen> addIfGiven(List<Seen> seen, @Nullable String value, Instant time) {
    return value == null ? seen : Seen.add(seen, value, time);
  }

  private static List<Seen> addAll(List<Seen> seen, List<String> values, Instant time) {
    List<Seen> out = seen;
    for (String value : values) {
      out = Seen.add(out, value, time);
    }
    return out;
  }

  private static Case reported(Case c, long window) {
    return new Case(
        c.key(),
        c.version(),
        c.status(),
        c.resolution(),
        c.firstSeen(),
        c.lastSeen(),
        c.sightings(),
        c.launches(),
        c.worst(),
        c.users(),
        c.programs(),
        c.forwards(),
        c.exposes(),
        c.logins(),
        c.commandLines(),
        c.latest(),
        c.window() == null ? window : Math.max(c.window(), window),
        0);
  }
}
