package dev.backflow.telemetry.source;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object as far as the sources read it: members outside the {@link Vocabulary} are not kept.
 * Scalars are held as text, so a number in quotes and a bare one are the same. A name given twice
 * has its last value.
 */
public final class JsonObject implements Fields {
  /** Slots for the members of an object inside a record, and of a record: flat ones have many. */
  static final int INNER_SLOTS = 8;

  static final int RECORD_SLOTS = 64;

  private static final long ESCAPED = Long.MIN_VALUE;

  private final Vocabulary vocabulary;
  private final byte[] record;
  private @Nullable String[] names;
  private @Nullable Object[] values;

  /** Where the text of a value stands that nobody has asked for yet. */
  private long[] spans;

  private int size;
  private boolean dotted;

  JsonObject(Vocabulary vocabulary, byte[] record, int slots) {
    this.vocabulary = vocabulary;
    this.record = record;
    this.names = new @Nullable String[slots];
    this.values = new @Nullable Object[slots];
    this.spans = new long[slots];
  }

  /** Sets a member to an object or to a list. */
  void put(String name, Object value) {
    int i = claim(name);
    values[i] = value;
  }

  /** Sets a member to a scalar, by the place of its text; it is decoded when someone asks. */
  void put(String name, int from, int to, boolean escaped) {
    int i = claim(name);
    values[i] = null;
    spans[i] = (long) from << Integer.SIZE | to | (escaped ? ESCAPED : 0);
  }

  private int claim(String name) {
    if (size * 4 >= names.length * 3) {
      grow();
    }
    int i = slot(names, name);
    if (names[i] == null) {
      names[i] = name;
      size++;
      dotted |= name.indexOf('.') >= 0;
    }
    return i;
  }

  /** Returns whether some member's name has a dot in it. */
  boolean isDotted() {
    return dotted;
  }

  @Nullable Object get(String name) {
    assert vocabulary.has(name) : "not in the vocabulary: " + name;
    int i = slot(names, name);
    if (names[i] == null) {
      return null;
    }
    Object value = values[i];
    if (value == null) {
      value = decode(spans[i]);
      values[i] = value;
    }
    return value;
  }

  private String decode(long span) {
    int from = (int) ((span & ~ESCAPED) >>> Integer.SIZE);
    int to = (int) span;
    return span < 0 ? JsonBytes.unescaped(record, from, to) : JsonBytes.text(record, from, to);
  }

  /** Returns whether there is such a member and it is not null. */
  boolean has(String name) {
    assert vocabulary.has(name) : "not in the vocabulary: " + name;
    return names[slot(names, name)] != null;
  }

  @Override
  public @Nullable String text(String name) {
    return asText(get(name));
  }

  /** Returns a member that is an object, or the first of an array of objects. */
  @Nullable JsonObject object(String name) {
    return asObject(get(name));
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

  /** Returns the text at a path, nested or with dots in its names. */
  @Nullable String text(Path path) {
    return asText(path.in(this));
  }

  /** Returns the texts at a path. */
  List<String> texts(Path path) {
    return asTexts(path.in(this));
  }

  private static @Nullable String asText(@Nullable Object value) {
    if (value instanceof String s) {
      return s.isEmpty() ? null : s;
    }
    return value instanceof List<?> list && !list.isEmpty() ? asText(list.get(0)) : null;
  }

  static @Nullable JsonObject asObject(@Nullable Object value) {
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

  private void grow() {
    @Nullable String[] oldNames = names;
    @Nullable Object[] oldValues = values;
    long[] oldSpans = spans;
    names = new @Nullable String[oldNames.length * 2];
    values = new @Nullable Object[oldNames.length * 2];
    spans = new long[oldNames.length * 2];
    for (int i = 0; i < oldNames.length; i++) {
      String name = oldNames[i];
      if (name != null) {
        int to = slot(names, name);
        names[to] = name;
        values[to] = oldValues[i];
        spans[to] = oldSpans[i];
      }
    }
  }

  /** Open addressing. */
  private static int slot(@Nullable String[] names, String name) {
    int hash = name.hashCode();
    int mask = names.length - 1;
    int i = (hash ^ (hash >>> 15)) & mask;
    while (names[i] != null && !name.equals(names[i])) {
      i = (i + 1) & mask;
    }
    return i;
  }
}
