package dev.backflow.export;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds the end of a JSON object without parsing it, whatever separates objects from each other.
 * Keeps just enough grammar to notice a record that was cut, so that the next one is not swallowed
 * with it.
 */
final class JsonScanner {
  private final ByteWindow window;
  private final int maxDepth;
  private final boolean[] isArray;
  private final long[] keyAt = new long[3];
  private final long[] keyEnd = new long[3];
  private int depth;
  private int last;
  private boolean newline;
  private @Nullable Envelope envelope;

  JsonScanner(ByteWindow window, int maxDepth) {
    this.window = window;
    this.maxDepth = maxDepth;
    this.isArray = new boolean[maxDepth + 1];
  }

  /** Returns the envelope the last scan stopped in, just after its {@code [}; null for a record. */
  @Nullable Envelope envelope() {
    return envelope;
  }

  /** Takes one object; the window stands at its brace and has it marked. */
  Scan object() throws IOException {
    depth = 0;
    last = ':';
    return run(0);
  }

  /** Takes the rest of an envelope in which {@code open} objects are still open. */
  Scan tail(int open) throws IOException {
    depth = open;
    Arrays.fill(isArray, 0, open + 1, false);
    last = ']';
    return run(3);
  }

  private Scan run(int envelopesFromDepth) throws IOException {
    envelope = null;
    newline = false;
    for (; ; ) {
      int c = window.peek();
      Scan end;
      switch (c) {
        case -1 -> end = Scan.cut("the export ends inside a JSON object");
        case '"' -> end = string();
        case '{', '[' -> end = open(c, envelopesFromDepth);
        case '}', ']' -> end = close(c);
        case ' ', '\t', '\r' -> {
          window.read();
          end = null;
        }
        case '\n' -> {
          window.read();
          newline = true;
          end = null;
        }
        default -> {
          window.read();
          last = c;
          newline = false;
          end = null;
        }
      }
      if (end != null) {
        return end;
      }
    }
  }

  private @Nullable Scan open(int c, int envelopesFromDepth) throws IOException {
    boolean fits = last == ':' || last == '[' || (last == ',' && isArray[depth]);
    if (!fits) {
      if (!newline) {
        window.read();
      }
      return Scan.broken("a JSON " + (c == '{' ? "object" : "array") + " begins inside another");
    }
    window.read();
    if (c == '[' && depth <= 2 && envelopesFromDepth == 0) {
      envelope = Envelope.of(this);
      if (envelope != null) {
        return Scan.WHOLE;
      }
    }
    if (depth == maxDepth) {
      return Scan.broken("JSON nested deeper than " + maxDepth + " levels");
    }
    depth++;
    isArray[depth] = c == '[';
    last = c;
    return null;
  }

  private @Nullable Scan close(int c) throws IOException {
    window.read();
    if (isArray[depth] != (c == ']')) {
      return Scan.broken("a JSON bracket closes what it did not open");
    }
    depth--;
    last = c;
    newline = false;
    return depth == 0 ? Scan.WHOLE : null;
  }

  /** Takes one string; null when it is whole. */
  @Nullable Scan string() throws IOException {
    window.read();
    boolean key = !isArray[depth] && (last == '{' || last == ',');
    long start = window.offset();
    for (; ; ) {
      int c = stringByte();
      if (c == '"') {
        break;
      }
      if (c == -1) {
        return Scan.cut("the export ends inside a JSON string");
      }
      if (c == '\n') {
        return Scan.broken("a line ends inside a JSON string");
      }
    }
    if (key && depth <= 2) {
      keyAt[depth] = start;
      keyEnd[depth] = window.offset() - 1;
    }
    last = '"';
    newline = false;
    return null;
  }

  /** Takes bytes through the next quote; leaves a line break where it is. */
  private int stringByte() throws IOException {
    for (; ; ) {
      int c = window.peek();
      if (c == '\n' || c == -1) {
        return c;
      }
      window.read();
      if (c == '"') {
        return c;
      }
      if (c == '\\') {
        window.read();
      }
    }
  }

  int depth() {
    return depth;
  }

  /** Returns whether the key last seen at a depth (1 is the record's own) is this one. */
  boolean keyIs(int atDepth, String name) {
    return atDepth <= depth
        && !isArray[atDepth]
        && keyEnd[atDepth] - keyAt[atDepth] == name.length()
        && window.heldAt(keyAt[atDepth], name);
  }
}
