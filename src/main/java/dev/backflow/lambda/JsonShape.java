package dev.backflow.lambda;

import java.util.List;

/** Describes a value by the names of its fields: its content may be unredacted telemetry. */
final class JsonShape {
  private static final int SHOWN_FIELDS = 8;
  private static final int SHOWN_LENGTH = 40;

  private JsonShape() {}

  static String of(JsonValue value) {
    if (!value.isObject()) {
      return "it is " + kind(value);
    }
    List<String> names = value.fields().keySet().stream().map(JsonShape::cut).toList();
    if (names.isEmpty()) {
      return "it is an object without fields";
    }
    boolean more = names.size() > SHOWN_FIELDS;
    return "it has the fields "
        + String.join(", ", more ? names.subList(0, SHOWN_FIELDS) : names)
        + (more ? " and " + (names.size() - SHOWN_FIELDS) + " more" : "");
  }

  private static String kind(JsonValue value) {
    if (value.isArray()) {
      return "an array";
    }
    if (value.content() == null) {
      return "nothing";
    }
    return value.isText() ? "a text" : "a number or truth value";
  }

  private static String cut(String name) {
    return name.length() > SHOWN_LENGTH ? name.substring(0, SHOWN_LENGTH) + "…" : name;
  }
}
