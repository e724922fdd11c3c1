package dev.backflow.export;

import com.github.luben.zstd.ZstdInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.tukaani.xz.XZInputStream;

/** Opens one layer of compression. */
final class Unpack {
  /** Enough for every preset of xz (65 MiB at -9), not for one made to exhaust memory. */
  private static final int XZ_MEMORY_KIB = 80 << 10;

  private Unpack() {}

  static InputStream open(Magic magic, InputStream in, SourceStream source) throws IOException {
    try {
      return switch (magic) {
        case GZIP -> new GzipStream(in);
        case BASE64_GZIP -> new Damaging(Base64.getMimeDecoder().wrap(in), source);
        case ZSTD -> new Damaging(new ZstdInputStream(in), source);
        case BZIP2 -> new Damaging(new BZip2CompressorInputStream(in, true), source);
        case XZ -> new Damaging(new XZInputStream(in, XZ_MEMORY_KIB), source);
        case ZIP, EVTX, PLAIN -> in;
      };
    } catch (IOException e) {
      throw told(e, source);
    }
  }

  /** Returns a stream whose failures are told apart. */
  static InputStream telling(InputStream in, SourceStream source) {
    return new Damaging(in, source);
  }

  /** Tells what a decompressor says of broken data from what the network says. */
  private static final class Damaging extends FilterInputStream {
    private final SourceStream source;

    Damaging(InputStream in, SourceStream source) {
      super(in);
      this.source = source;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /** Reads little by little: what a decompressor has when it fails, it does not hand out. */
    @Override
    public int read(byte[] b, int off, int len) throws IOException {
      try {
        return in.read(b, off, Math.min(len, 1 << 12));
      } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
        throw told(e, source);
      }
    }
  }

  /** Returns the network's failure if it is one, else what it says of the data. */
  static IOException told(Exception e, SourceStream source) {
    IOException failure = source.failure();
    if (failure != null) {
      return failure;
    }
    if (e instanceof DamagedExportException damaged) {
      return damaged;
    }
    boolean cut = source.ended();
    return new DamagedExportException(
        cut ? PutAside.Cause.TRUNCATED : PutAside.Cause.MALFORMED,
        cut
            ? "the compressed data is cut off"
            : "the compressed data is damaged (" + e.getMessage() + ")");
  }
}
