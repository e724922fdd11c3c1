package dev.backflow.telemetry;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What makes an event itself: values of its record alone. They become an id when somebody asks for
 * it, for nobody does of an event that no detection comes from, and those are nearly all.
 */
public final class EventId {
  private final @Nullable String[] fields;

  private EventId(@Nullable String[] fields) {
    this.fields = fields;
  }

  /** Takes the values, which the caller must not change; an absent one differs from an empty. */
  public static EventId of(@Nullable String... fields) {
    return new EventId(fields);
  }

  /** Returns the {@link Fingerprint} of the values. */
  public String value() {
    return Fingerprint.of(fields);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EventId id && Arrays.equals(fields, id.fields);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(fields);
  }

  @Override
  public String toString() {
    return value();
  }
}
