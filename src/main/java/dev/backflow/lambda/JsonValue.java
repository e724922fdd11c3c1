package dev.backflow.lambda;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value of an envelope: what is not there is a value too, so that a path of names leads somewhere
 * whatever the payload holds. (Jackson's own tree would cost a cold start a tenth of a second.)
 *
 * @param content a map, a list, a text, a number, a truth value, or null
 */
record JsonValue(@Nullable Object content) {
  private static final JsonValue ABSENT = new JsonValue(null);

  /** Returns the field of that name, or an absent value. */
  JsonValue path(String name) {
    return content instanceof Map<?, ?> map && map.get(name) instanceof JsonValue field
        ? field
        : ABSENT;
  }

  boolean has(String name) {
    return content instanceof Map<?, ?> map && map.containsKey(name);
  }

  boolean isObject() {
    return content instanceof Map;
  }

  boolean isArray() {
    return content instanceof List;
  }

  boolean isText() {
    return content instanceof String;
  }

  /** Returns the elements of an array; none where it is no array. */
  @SuppressWarnings("unchecked")
  List<JsonValue> elements() {
    return content instanceof List ? (List<JsonValue>) content : List.of();
  }

  /** Returns the fields of an object, in their order; none where it is no object. */
  @SuppressWarnings("unchecked")
  Map<String, JsonValue> fields() {
    return content instanceof Map ? (Map<String, JsonValue>) content : Map.of();
  }

  /** Returns the text, or a number or truth value as text; empty for everything else. */
  String text() {
    return content == null || content instanceof Map || content instanceof Collection
        ? ""
        : content.toString();
  }

  /** Returns a text that is not empty, else null. */
  @Nullable String textOrNull() {
    return content instanceof String text && !text.isEmpty() ? text : null;
  }

  /** Returns a whole number, else null. */
  @Nullable Long longOrNull() {
    return content instanceof Long number ? number : null;
  }

  /** Says what it looks like without repeating it: names of fields, no content. */
  String shape() {
    return JsonShape.of(this);
  }
}
