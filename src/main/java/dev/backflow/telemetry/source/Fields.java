package dev.backflow.telemetry.source;

import org.jspecify.annotations.Nullable;

/** Named values as text, whatever they were in the record. */
@FunctionalInterface
interface Fields {
  /** Returns a value, null when it is absent, null or empty. */
  @Nullable String text(String name);
}
