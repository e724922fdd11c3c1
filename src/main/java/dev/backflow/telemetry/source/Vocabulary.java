package dev.backflow.telemetry.source;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The member names some source reads. Most of a vendor's record is none of them, and what is not
 * kept need not be decoded: names are compared as bytes.
 */
final class Vocabulary {
  private final Set<String> names = new HashSet<>();
  private byte[][] bytes = new byte[16][];
  private @Nullable String[] texts = new @Nullable String[16];

  /** Adds names separated by white space. */
  Vocabulary add(String list) {
    for (String name : list.strip().split("\\s+", -1)) {
      add(name, name.getBytes(StandardCharsets.UTF_8));
    }
    return this;
  }

  /** Adds every name on a path. */
  Vocabulary add(Path path) {
    path.names().forEach(this::add);
    return this;
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
