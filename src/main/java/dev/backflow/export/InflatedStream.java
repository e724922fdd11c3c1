package dev.backflow.export;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what comes out of decompression and stops a bomb. */
final class InflatedStream extends FilterInputStream {
  private final SourceStream source;
  private final ExportLimits limits;
  private long count;

  InflatedStream(InputStream in, SourceStream source, ExportLimits limits) {
    super(in);
    this.source = source;
    this.limits = limits;
  }

  long count() {
    return count;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] b, int off, int len) throws IOException {
    int n = in.read(b, off, len);
    count += Math.max(n, 0);
    if (count > limits.totalBytes()) {
      throw tooLarge("the export inflates to more than " + limits.totalBytes() + " bytes");
    }
    if (count > limits.ratioAfterBytes() && count / limits.ratio() > source.count()) {
      throw tooLarge("the export inflates to more than " + limits.ratio() + " times its size");
    }
    return n;
  }

  private static DamagedExportException tooLarge(String reason) {
    return new DamagedExportException(PutAside.Cause.TOO_LARGE, reason);
  }
}
