package dev.backflow.cases;

import dev.backflow.triage.Assessment;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tunnel and all that was seen of it. Immutable; {@link CaseFold} makes the next one.
 *
 * @param key what makes it one case
 * @param version grows by one with every sighting; alerts carry it as their sequence
 * @param status open or closed
 * @param resolution how it ended, or null while it is open
 * @param firstSeen earliest sighting
 * @param lastSeen latest sighting
 * @param sightings witnesses counted
 * @param launches those that show a process of the tunnel itself
 * @param worst the gravest assessment so far
 * @param users accounts it ran as
 * @param programs images it ran as
 * @param forwards forwards asked for
 * @param exposes what is handed out, in a person's words
 * @param logins login names on the server
 * @param commandLines redacted lines
 * @param latest the sighting applied last
 * @param window index of the update window of the last alert, or null when none was sent
 * @param unreported sightings since the last alert
 */
public record Case(
    CaseKey key,
    long version,
    Status status,
    @Nullable String resolution,
    Instant firstSeen,
    Instant lastSeen,
    long sightings,
    long launches,
    Assessment worst,
    List<Seen> users,
    List<Seen> programs,
    List<Seen> forwards,
    List<Seen> exposes,
    List<Seen> logins,
    List<Seen> commandLines,
    Sighting latest,
    @Nullable Long window,
    long unreported) {

  /** Whether somebody still has to look at it. */
  public enum Status {
    OPEN,
    CLOSED
  }

  /** Returns the case id: 32 hexadecimal digits. */
  public String id() {
    return key.caseId();
  }
}
