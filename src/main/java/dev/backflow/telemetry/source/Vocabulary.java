package dev.backflow.telemetry.source;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The member names some source reads. Most of a vendor's record is none of them, and what is not
 * kept need not be decoded: names are compared as bytes.
 */
final class Vocabulary {
  private final Set<String> names = new HashSet<>();
  private final Set<String> marks = new HashSet<>();
  private final Map<String, List<String>> nested = new HashMap<>();
  private byte[][] bytes = new byte[16][];
  private @Nullable String[] texts = new @Nullable String[16];

  /** Adds names separated by white space. */
  Vocabulary add(String list) {
    for (String name : list.strip().split("\\s+", -1)) {
      add(name, name.getBytes(StandardCharsets.UTF_8));
    }
    return this;
  }

  /**
   * Adds the names on paths separated by white space, and every way to write some of the steps
   * together: {@code a.b.c} may stand as {@code a}, {@code b.c}.
   */
  Vocabulary addPaths(String list) {
    for (String path : list.strip().split("\\s+", -1)) {
      List<String> steps = List.of(path.split("\\.", -1));
      for (int i = 0; i < steps.size(); i++) {
        for (int j = i + 1; j <= steps.size(); j++) {
          String name = String.join(".", steps.subList(i, j));
          add(name);
          nested.put(name, List.copyOf(steps.subList(i, j)));
        }
      }
    }
    return this;
  }

  /** Marks names: {@link JsonObject#isMarked} tells whether an object may have any of them. */
  Vocabulary mark(String list) {
    add(list);
    marks.addAll(List.of(list.strip().split("\\s+", -1)));
    return this;
  }

  boolean isMarked(String name) {
    return marks.contains(name);
  }

  /** Returns the names one in the other for which a name with dots may stand, else itself. */
  List<String> steps(String name) {
    return nested.getOrDefault(name, List.of(name));
  }

  boolean has(String name) {
    return names.contains(name);
  }

  /**
   * Returns the name whose UTF-8 bytes stand in {@code b[from, to)}, null when no source reads it.
   */
  @Nullable String find(byte[] b, int from, int to) {
    int mask = bytes.length - 1;
    int i = JsonBytes.hash(b, from, to) & mask;
    byte[] known = bytes[i];
    while (known != null) {
      if (known.length == to - from && JsonBytes.startsWith(b, from, known)) {
        return texts[i];
      }
      i = (i + 1) & mask;
      known = bytes[i];
    }
    return null;
  }

  private void add(String name, byte[] utf8) {
    if (!names.add(name)) {
      return;
    }
    if (names.size() * 4 > bytes.length) {
      grow();
    }
    insert(name, utf8);
  }

  private void insert(String name, byte[] utf8) {
    int mask = bytes.length - 1;
    int i = JsonBytes.hash(utf8, 0, utf8.length) & mask;
    while (bytes[i] != null) {
      i = (i + 1) & mask;
    }
    bytes[i] = utf8;
    // Sources ask by literals, which are interned too: most comparisons end at identity.
    texts[i] = name.intern();
  }

  private void grow() {
    byte[][] oldBytes = bytes;
    @Nullable String[] oldTexts = texts;
    bytes = new byte[oldBytes.length * 2][];
    texts = new @Nullable String[oldBytes.length * 2];
    for (int i = 0; i < oldBytes.length; i++) {
      String text = oldTexts[i];
      if (text != null) {
        insert(text, oldBytes[i]);
      }
    }
  }
}
