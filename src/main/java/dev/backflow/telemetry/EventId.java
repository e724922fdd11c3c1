package dev.backflow.telemetry;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What makes an event itself: values of its record alone. They become an id when somebody asks for
 * it, for nobody does of an event that no detection comes from, and those are nearly all.
 */
public final class EventId {
  private final @Nullable Object[] fields;

  private EventId(@Nullable Object[] fields) {
    this.fields = fields;
  }

  /**
   * Takes the values, whose texts make the id and which the caller must not change; an absent one
   * differs from an empty one.
   */
  public static EventId of(@Nullable Object... fields) {
    return new EventId(fields);
  }

  /** Returns the {@link Fingerprint} of the values. */
  public String value() {
    @Nullable String[] texts = new @Nullable String[fields.length];
    for (int i = 0; i < fields.length; i++) {
      texts[i] = fields[i] == null ? null : fields[i].toString();
    }
    return Fingerprint.of(texts);
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
