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
  private static final int INITIAL_SLOTS = 32;

  private final Vocabulary vocabulary;
  private @Nullable Object[] slots = new @Nullable Object[2 * INITIAL_SLOTS];
  private int size;

  JsonObject(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** Sets a member: a String, a JsonObject, or a List of these. */
  void put(String name, Object value) {
    if (size * 4 > slots.length) {
      grow();
    }
    int i = slot(slots, name);
    if (slots[i] == null) {
      slots[i] = name;
      size++;
    }
    slots[i + 1] = value;
  }

  @Nullable Object get(String name) {
    assert vocabulary.has(name) : "not in the vocabulary: " + name;
    return slots[slot(slots, name) + 1];
  }

  boolean has(String name) {
    return get(name) != null;
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
    @Nullable Object[] old = slots;
    slots = new @Nullable Object[old.length * 2];
    for (int i = 0; i < old.length; i += 2) {
      if (old[i] instanceof String name) {
        int to = slot(slots, name);
        slots[to] = name;
        slots[to + 1] = old[i + 1];
      }
    }
  }

  /** Open addressing: names and values by turns. */
  private static int slot(@Nullable Object[] slots, String name) {
    int hash = name.hashCode();
    int mask = slots.length - 2;
    int i = ((hash ^ (hash >>> 15)) << 1) & mask;
    while (slots[i] != null && !name.equals(slots[i])) {
      i = (i + 2) & mask;
    }
    return i;
  }
}
