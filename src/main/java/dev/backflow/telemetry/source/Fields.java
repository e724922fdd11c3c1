package dev.backflow.telemetry.source;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Named values as text, whatever they were in the record. */
@FunctionalInterface
interface Fields {
  /** No values. */
  Fields NONE = name -> null;

  /** Returns a value, null when it is absent, null or empty. */
  @Nullable String text(String name);

  /** Returns these values, and the other's where these have none. */
  default Fields orElse(Fields other) {
    return name -> {
      String value = text(name);
      return value == null ? other.text(name) : value;
    };
  }

  /** Returns the values of a map. */
  static Fields of(Map<String, String> map) {
    return name -> {
      String value = map.get(name);
      return value == null || value.isEmpty() ? null : value;
    };
  }
}
