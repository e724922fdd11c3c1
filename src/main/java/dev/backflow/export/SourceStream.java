package dev.backflow.export;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The stream as given: counts its bytes and remembers its failure, so that whoever decompresses can
 * tell a broken connection (transient) from a broken file (permanent).
 */
final class SourceStream extends FilterInputStream {
  private long count;
  private boolean ended;
  private @Nullable IOException failure;

  SourceStream(InputStream in) {
    super(in);
  }

  long count() {
    return count;
  }

  /** Returns whether the stream has been read to its end. */
  boolean ended() {
    return ended;
  }

  @Nullable IOException failure() {
    return failure;
  }

  @Override
  public int read() throws IOException {
    try {
      int b = in.read();
      ended |= b < 0;
      count += b < 0 ? 0 : 1;
      return b;
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  @Override
  public int read(byte[] b, int off, int len) throws IOException {
    try {
      int n = in.read(b, off, len);
      ended |= n < 0;
      count += Math.max(n, 0);
      return n;
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  @Override
  public long skip(long n) throws IOException {
    throw new IOException("An export is read, never skipped");
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
