package dev.backflow.telemetry;

import dev.backflow.export.RecordPosition;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What every event carries.
 *
 * @param identity what makes the event itself: the same record through another file, batch or
 *     rendering has the same
 * @param timestamp when it happened, by the source's own clock
 * @param source which of the seven sources
 * @param rendering the pipeline's form of the record, for example {@code winlogbeat}
 * @param host where it happened
 * @param code the source's name of the event: {@code 1}, {@code 4688}, {@code ProcessRollup2}
 * @param provider ECS {@code event.provider}: who wrote it, null where the source is the only one
 * @param action ECS {@code event.action}, or null
 * @param position where the record stood
 * @param sourceId the source's own id of the event, by which it is found there; null when it has
 *     none
 */
public record EventHeader(
    EventId identity,
    Instant timestamp,
    Source source,
    String rendering,
    Host host,
    @Nullable String provider,
    String code,
    @Nullable String action,
    RecordPosition position,
    @Nullable String sourceId) {

  /** A header of an event whose source is the only one to write it. */
  public EventHeader(
      EventId identity,
      Instant timestamp,
      Source source,
      String rendering,
      Host host,
      String code,
      @Nullable String action,
      RecordPosition position,
      @Nullable String sourceId) {
    this(identity, timestamp, source, rendering, host, null, code, action, position, sourceId);
  }

  /** Returns the event's id, 32 hexadecimal digits; it is made anew each time. */
  public String id() {
    return identity.value();
  }
}
