package dev.backflow.export;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A stream whose first bytes can be looked at. Damage met on the way comes out after the bytes
 * before it, and every time again.
 */
final class PeekStream extends FilterInputStream {
  private byte[] peeked = new byte[0];
  private int pos;
  private @Nullable DamagedExportException damage;

  PeekStream(InputStream in) {
    super(in);
  }

  /** Returns the next bytes, fewer at the end, and leaves them in the stream. */
  byte[] peek(int count) throws IOException {
    byte[] held = Arrays.copyOfRange(peeked, pos, peeked.length);
    if (held.length < count) {
      held = extended(held, count);
    }
    peeked = held;
    pos = 0;
    if (held.length == 0 && damage != null) {
      throw damage;
    }
    return Arrays.copyOf(held, Math.min(count, held.length));
  }

  private byte[] extended(byte[] held, int count) throws IOException {
    byte[] bytes = Arrays.copyOf(held, count);
    int length = held.length;
    pos = peeked.length;
    try {
      int n = 0;
      while (n >= 0 && length < count) {
        n = read(bytes, length, count - length);
        length += Math.max(n, 0);
      }
    } catch (DamagedExportException e) {
      // It is remembered, and comes out in its place.
      damage = e;
    }
    return Arrays.copyOf(bytes, length);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] b, int off, int len) throws IOException {
    if (pos < peeked.length) {
      int n = Math.min(len, peeked.length - pos);
      System.arraycopy(peeked, pos, b, off, n);
      pos += n;
      return n;
    }
    if (damage != null) {
      throw damage;
    }
    try {
      return in.read(b, off, len);
    } catch (DamagedExportException e) {
      damage = e;
      throw e;
    }
  }
}
