package dev.backflow.export;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A moving window on the inflated stream: what lies between the mark (a record's first byte) and
 * the reading position is held, up to the record limit; beyond it only the record's head is kept.
 */
final class ByteWindow {
  private static final int HEAD_BYTES = 1 << 16;
  private static final int INITIAL_BYTES = 1 << 16;

  private final InputStream in;
  private final SourceStream source;
  private final int recordLimit;

  private byte[] buffer = new byte[INITIAL_BYTES];
  private int pos;
  private int end;
  private int mark = -1;
  private long base;
  private long markOffset;
  private byte @Nullable [] head;
  private boolean ended;
  private @Nullable DamagedExportException damage;

  /** {@code offset} is the place of the first byte in the stream as the user counts it. */
  ByteWindow(InputStream in, SourceStream source, int recordLimit, long offset) {
    this.in = in;
    this.base = offset;
    this.source = source;
    this.recordLimit = recordLimit;
  }

  /** Returns the next byte without taking it, -1 at the end (or at the damage). */
  int peek() throws IOException {
    return pos < end || fill() ? buffer[pos] & 0xff : -1;
  }

  /** Returns the byte {@code ahead} bytes after the next one, -1 past the end. */
  int peek(int ahead) throws IOException {
    while (end - pos <= ahead) {
      if (!fill()) {
        return -1;
      }
    }
    return buffer[pos + ahead] & 0xff;
  }

  /** Takes the next byte, -1 at the end. */
  int read() throws IOException {
    return pos < end || fill() ? buffer[pos++] & 0xff : -1;
  }

  /** Takes bytes up to the first of the two given, leaving that one; false at the end. */
  boolean skipTo(int a, int b) throws IOException {
    do {
      byte[] bytes = buffer;
      int limit = end;
      for (int i = pos; i < limit; i++) {
        int c = bytes[i];
        if (c == a || c == b) {
          pos = i;
          return true;
        }
      }
      pos = limit;
    } while (fill());
    return false;
  }

  /** Returns whether the coming bytes are the given ASCII text. */
  boolean startsWith(String text) throws IOException {
    for (int i = 0; i < text.length(); i++) {
      if (peek(i) != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Returns the offset of the next byte in the stream. */
  long offset() {
    return base + pos;
  }

  /** A record begins at the next byte. */
  void mark() {
    mark = pos;
    markOffset = offset();
    head = null;
  }

  /** The record is dealt with: its bytes need not be held. */
  void unmark() {
    mark = -1;
    head = null;
  }

  long markOffset() {
    return markOffset;
  }

  /** Returns whether the marked record has outgrown the limit. */
  boolean overflowed() {
    return head != null || pos - mark > recordLimit;
  }

  /** Returns the marked bytes, or the head of an overflowed record. */
  byte[] marked() {
    byte[] kept = head;
    if (kept != null) {
      return kept;
    }
    int length = pos - mark > recordLimit ? Math.min(HEAD_BYTES, pos - mark) : pos - mark;
    return Arrays.copyOfRange(buffer, mark, mark + length);
  }

  /** Asks the filter about the marked bytes where they lie. */
  boolean passes(RecordFilter filter) {
    return filter.keep(buffer, mark, pos);
  }

  /** Returns whether the stream bytes at {@code from} (an offset) are the given ASCII text. */
  boolean heldAt(long from, String text) {
    long index = from - base;
    if (index < 0 || index + text.length() > end) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (buffer[(int) index + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Returns what broke the stream, once; null when it ended well. */
  @Nullable DamagedExportException takeDamage() {
    DamagedExportException d = damage;
    damage = null;
    return d;
  }

  boolean damaged() {
    return damage != null;
  }

  private boolean fill() throws IOException {
    if (ended) {
      return false;
    }
    makeRoom();
    try {
      int n = in.read(buffer, end, buffer.length - end);
      ended = n < 0;
      end += Math.max(n, 0);
      return n > 0 || (!ended && fill());
    } catch (DamagedExportException e) {
      ended = true;
      damage = e;
      return false;
    } catch (IOException e) {
      if (source.failure() != null) {
        throw e;
      }
      ended = true;
      damage = new DamagedExportException(PutAside.Cause.MALFORMED, String.valueOf(e.getMessage()));
      return false;
    }
  }

  private void makeRoom() {
    if (mark >= 0 && pos - mark > recordLimit) {
      head = Arrays.copyOfRange(buffer, mark, mark + Math.min(HEAD_BYTES, pos - mark));
      mark = -1;
    }
    int from = mark >= 0 ? mark : pos;
    if (from > 0) {
      System.arraycopy(buffer, from, buffer, 0, end - from);
      base += from;
      pos -= from;
      end -= from;
      mark = mark >= 0 ? 0 : -1;
    }
    if (buffer.length - end < buffer.length / 4) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
  }
}
