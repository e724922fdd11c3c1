package dev.backflow.telemetry.source;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object as far as the sources read it: members outside the {@link Vocabulary} are not kept.
 * Scalars are held as text, so a number in quotes and a bare one are the same. A name given twice
 * has its last value.
 */
public final class JsonObject implements Fields {
  private static final long ESCAPED = Long.MIN_VALUE;

  private final Shape shape;
  private final byte[] record;

  /** The slots of the shape, as far as this object can have any of them. */
  private Slots slots;

  /** By slot; null for a member that is absent or that nobody has asked for yet. */
  private @Nullable Object[] values;

  /** Where the text of a scalar stands; zero for none, for a value stands behind a brace. */
  private long[] spans;

  private boolean dotted;

  JsonObject(Shape shape, byte[] record) {
    this.shape = shape;
    this.record = record;
    this.slots = shape.slots();
    this.values = new @Nullable Object[slots.size()];
    this.spans = new long[slots.size()];
  }

  Shape shape() {
    return shape;
  }

  /** Sets a member that is kept to an object or to a list. */
  void put(Member member, Object value) {
    claim(member);
    values[member.slot] = value;
    spans[member.slot] = 0;
    dotted |= value instanceof JsonObject object && object.dotted;
  }

  /** Sets a member that is kept to a scalar, by the place of its text. */
  void put(Member member, int from, int to, boolean escaped) {
    put(member, (long) from << Integer.SIZE | to | (escaped ? ESCAPED : 0));
  }

  /** The text is decoded when someone asks. */
  private void put(Member member, long span) {
    claim(member);
    values[member.slot] = null;
    spans[member.slot] = span;
  }

  private void claim(Member member) {
    if (member.slot >= spans.length) {
      slots = shape.slots();
      values = Arrays.copyOf(values, slots.size());
      spans = Arrays.copyOf(spans, slots.size());
    }
    dotted |= member.dotted;
  }

  /** Returns the slot of a member that may be here, -1 for one that cannot be. */
  private int slot(String name) {
    assert shape.memory().vocabulary().has(name) : "not in the vocabulary: " + name;
    return slots.of(name);
  }

  private @Nullable Object get(String name) {
    int slot = slot(name);
    return slot < 0 ? null : get(slot);
  }

  private @Nullable Object get(int slot) {
    Object value = values[slot];
    if (value == null && spans[slot] != 0) {
      value = decode(spans[slot]);
      values[slot] = value;
    }
    return value;
  }

  private String decode(long span) {
    int from = from(span);
    int to = (int) span;
    return span < 0 ? JsonBytes.unescaped(record, from, to) : JsonBytes.text(record, from, to);
  }

  private static int from(long span) {
    return (int) ((span & ~ESCAPED) >>> Integer.SIZE);
  }

  /**
   * Returns a member as {@link Values#number} reads its text, which need not be made for a number
   * without more ado.
   */
  @Nullable Long number(String name) {
    long digits = digits(name);
    return digits >= 0 ? (Long) digits : Values.number(text(name));
  }

  /** Returns a member as {@link Timestamps#any} reads its text. */
  @Nullable Instant time(String name) {
    long digits = digits(name);
    return digits >= 0 ? Timestamps.atMagnitude(digits, 0) : Timestamps.any(text(name));
  }

  /** Returns a member that is a number of digits alone, -1 for anything else. */
  private long digits(String name) {
    int slot = slot(name);
    return slot < 0 || spans[slot] == 0
        ? -1
        : JsonBytes.digits(record, from(spans[slot]), (int) spans[slot]);
  }

  /** Returns whether a member here may have a marked name; when not, none has. */
  boolean isMarked() {
    return slots.isMarked();
  }

  /** Returns whether there is such a member and it is not null. */
  boolean has(String name) {
    int slot = slot(name);
    return slot >= 0 && has(slot);
  }

  private boolean has(int slot) {
    return spans[slot] != 0 || values[slot] != null;
  }

  @Override
  public @Nullable String text(String name) {
    int slot = slot(name);
    return slot < 0 ? null : asText(get(slot));
  }

  /** Returns a member that is an object, or the first of an array of objects. */
  @Nullable JsonObject object(String name) {
    return asObject(get(name));
  }

  /** Returns the same, an empty object where there is none. */
  JsonObject inner(String name) {
    JsonObject object = object(name);
    return object == null ? nothing() : object;
  }

  /** Returns an object without members. */
  JsonObject nothing() {
    return shape.memory().nothing();
  }

  /** Returns a member's texts: those of an array, one for a scalar, none when absent. */
  List<String> texts(String name) {
    return asTexts(get(name));
  }

  /** Returns the objects of an array, or the one object. */
  List<JsonObject> objects(String name) {
    Object value = get(name);
    List<JsonObject> objects = new ArrayList<>();
    for (Object o :
        value instanceof List<?> list ? list : value == null ? List.of() : List.of(value)) {
      if (o instanceof JsonObject object) {
        objects.add(object);
      }
    }
    return objects;
  }

  /**
   * Returns this object with the dots in its names taken for nesting, as Elasticsearch takes them:
   * {@code host.name} is the {@code name} in {@code host}, however much of the way is written with
   * dots. It is this object itself when no name has any.
   */
  JsonObject nested() {
    if (!dotted) {
      return this;
    }
    JsonObject nested = new JsonObject(shape.memory().nested(), record);
    addTo(nested);
    return nested;
  }

  private void addTo(JsonObject nested) {
    for (int slot = 0; slot < spans.length; slot++) {
      if (has(slot)) {
        List<String> steps = shape.memory().vocabulary().steps(shape.member(slot).keptName());
        JsonObject at = nested;
        for (int i = 0; i < steps.size() - 1; i++) {
          at = at.child(steps.get(i));
        }
        at.take(steps.get(steps.size() - 1), values[slot], spans[slot]);
      }
    }
  }

  private void take(String name, @Nullable Object value, long span) {
    if (value instanceof JsonObject object) {
      object.addTo(child(name));
    } else if (value != null) {
      put(member(name), value);
    } else {
      put(member(name), span);
    }
  }

  private JsonObject child(String name) {
    Member member = member(name);
    JsonObject known = object(name);
    if (known != null) {
      return known;
    }
    JsonObject child = new JsonObject(member.inside(), record);
    put(member, child);
    return child;
  }

  private Member member(String name) {
    return shape.named(name.getBytes(StandardCharsets.UTF_8));
  }

  private static @Nullable String asText(@Nullable Object value) {
    if (value instanceof String s) {
      return s.isEmpty() ? null : s;
    }
    return value instanceof List<?> list && !list.isEmpty() ? asText(list.get(0)) : null;
  }

  private static @Nullable JsonObject asObject(@Nullable Object value) {
    if (value instanceof JsonObject object) {
      return object;
    }
    return value instanceof List<?> list && !list.isEmpty() ? asObject(list.get(0)) : null;
  }

  private static List<String> asTexts(@Nullable Object value) {
    if (value instanceof String s) {
      return List.of(s);
    }
    if (!(value instanceof List<?> list)) {
      return List.of();
    }
    List<String> texts = new ArrayList<>(list.size());
    for (Object o : list) {
      if (o instanceof String s) {
        texts.add(s);
      }
    }
    return texts;
  }
}
