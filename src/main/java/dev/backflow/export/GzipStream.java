package dev.backflow.export;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Inflates gzip (RFC 1952), member after member. {@link java.util.zip.GZIPInputStream} asks {@code
 * available()} whether another member follows and so loses members on a network stream; and what a
 * cut-off member held must come out before the cut is told.
 */
final class GzipStream extends InputStream {
  private static final int FHCRC = 2;
  private static final int FEXTRA = 4;
  private static final int FNAME = 8;
  private static final int FCOMMENT = 16;

  private final InputStream in;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private final byte[] buffer = new byte[1 << 16];
  private int pos;
  private int end;
  private boolean finished;

  /** Expects the stream at the first byte of a gzip header. */
  GzipStream(InputStream in) throws IOException {
    this.in = in;
    if (!header()) {
      throw malformed("the gzip header is missing");
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] b, int off, int len) throws IOException {
    if (len == 0) {
      return 0;
    }
    while (!finished) {
      int n = inflate(b, off, len);
      if (n > 0) {
        crc.update(b, off, n);
        return n;
      }
      if (inflater.finished()) {
        endMember();
      } else if (inflater.needsDictionary()) {
        throw malformed("the gzip data asks for a dictionary");
      }
    }
    return -1;
  }

  private int inflate(byte[] b, int off, int len) throws IOException {
    if (inflater.needsInput() && !inflater.finished()) {
      if (pos == end) {
        fill();
      }
      if (pos == end) {
        throw truncated();
      }
      inflater.setInput(buffer, pos, end - pos);
      pos = end;
    }
    try {
      return inflater.inflate(b, off, len);
    } catch (DataFormatException e) {
      throw malformed("the gzip data is damaged (" + e.getMessage() + ")");
    }
  }

  private void endMember() throws IOException {
    pos = end - inflater.getRemaining();
    long wantedCrc = little4();
    long wantedSize = little4();
    if (wantedCrc != crc.getValue() || wantedSize != (inflater.getBytesWritten() & 0xffffffffL)) {
      throw malformed("the gzip checksum does not fit its content");
    }
    inflater.reset();
    crc.reset();
    finished = !header();
  }

  /** Reads one member's header; false at the end of the stream or before zero padding. */
  private boolean header() throws IOException {
    int first = next();
    while (first == 0) {
      first = next();
    }
    if (first < 0) {
      return false;
    }
    if (first != 0x1f || need() != 0x8b || need() != 8) {
      throw malformed("bytes that are no gzip member follow a gzip member");
    }
    int flags = need();
    skip(6);
    if ((flags & FEXTRA) != 0) {
      skip(need() | need() << 8);
    }
    if ((flags & FNAME) != 0) {
      skipText();
    }
    if ((flags & FCOMMENT) != 0) {
      skipText();
    }
    if ((flags & FHCRC) != 0) {
      skip(2);
    }
    return true;
  }

  private void skip(int n) throws IOException {
    for (int i = 0; i < n; i++) {
      need();
    }
  }

  private void skipText() throws IOException {
    int b = need();
    while (b != 0) {
      b = need();
    }
  }

  private long little4() throws IOException {
    long value = 0;
    for (int shift = 0; shift < 32; shift += 8) {
      value |= (long) need() << shift;
    }
    return value;
  }

  private int need() throws IOException {
    int b = next();
    if (b < 0) {
      throw truncated();
    }
    return b;
  }

  private int next() throws IOException {
    if (pos == end) {
      fill();
    }
    return pos == end ? -1 : buffer[pos++] & 0xff;
  }

  private void fill() throws IOException {
    pos = 0;
    end = Math.max(in.read(buffer, 0, buffer.length), 0);
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    in.close();
  }

  private static DamagedExportException truncated() {
    return new DamagedExportException(PutAside.Cause.TRUNCATED, "the gzip data is cut off");
  }

  private static DamagedExportException malformed(String reason) {
    return new DamagedExportException(PutAside.Cause.MALFORMED, reason);
  }
}
