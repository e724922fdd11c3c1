package dev.backflow.export;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads an export, however it is packed and framed, record by record and in bounded memory.
 *
 * <p>Compression is told by magic number, charset by byte order mark, framing by what stands there.
 * Whatever is wrong with the export's own bytes comes out as a {@link PutAside} with its position;
 * an {@link IOException} means that the underlying stream failed, and reading again may succeed.
 */
public final class ExportReader implements Closeable {
  private final String path;
  private final SourceStream source;
  private final ExportLimits limits;
  private final RecordFilter filter;
  private @Nullable InflatedStream inflated;
  private @Nullable Framer framer;
  private boolean ended;

  private ExportReader(String path, InputStream in, ExportLimits limits, RecordFilter filter) {
    this.path = path;
    this.source = new SourceStream(in);
    this.limits = limits;
    this.filter = filter;
  }

  /**
   * Opens an export; nothing is read yet.
   *
   * @param path the export's name, as positions give it
   * @param in the export's bytes; closed with the reader
   */
  public static ExportReader open(String path, InputStream in, ExportLimits limits) {
    return open(path, in, limits, RecordFilter.ALL);
  }

  /** Opens an export of which only the records that pass the filter are wanted. */
  public static ExportReader open(
      String path, InputStream in, ExportLimits limits, RecordFilter filter) {
    return new ExportReader(path, in, limits, filter);
  }

  /**
   * Returns the next record, or the next stretch that is none; null at the end.
   *
   * @throws IOException when the underlying stream fails: nothing is known about the export
   */
  public @Nullable Framed next() throws IOException {
    if (ended) {
      return null;
    }
    try {
      Framer f = framer;
      if (f == null) {
        f = start();
        framer = f;
      }
      Framed framed = f.next();
      ended = framed == null;
      return framed;
    } catch (DamagedExportException e) {
      ended = true;
      return new PutAside(e.reason(), e.damage(), new byte[0], new RecordPosition(path, 0, 1));
    }
  }

  /** Returns how many bytes have come out of decompression so far. */
  public long bytesInflated() {
    return inflated == null ? 0 : inflated.count();
  }

  /** Returns how many records the filter has kept out so far. */
  public long skipped() {
    return framer == null ? 0 : framer.skipped();
  }

  private Framer start() throws IOException {
    InputStream raw = source;
    for (int layer = 0; layer <= limits.layers(); layer++) {
      PeekStream in = new PeekStream(raw);
      Magic magic = Magic.of(in);
      if (magic == Magic.EVTX) {
        return new EvtxFramer(path, counted(in), limits, filter);
      }
      if (magic == Magic.PLAIN) {
        return text(in);
      }
      InflatedStream unpacked = new InflatedStream(Unpack.open(magic, in, source), source, limits);
      inflated = unpacked;
      raw = unpacked;
    }
    throw new DamagedExportException(
        PutAside.Cause.TOO_LARGE,
        "the export is compressed more than " + limits.layers() + " times over");
  }

  private Framer text(PeekStream in) throws IOException {
    Utf8.Text text = Utf8.of(new PeekStream(counted(in)));
    ByteWindow window = new ByteWindow(text.in(), source, limits.recordBytes(), text.offset());
    return CsvFramer.begins(window)
        ? new CsvFramer(path, window, filter)
        : new TextFramer(path, window, limits, filter);
  }

  /** What comes out of decompression is counted already. */
  private InputStream counted(InputStream in) {
    if (inflated != null) {
      return in;
    }
    inflated = new InflatedStream(in, source, limits);
    return inflated;
  }

  @Override
  public void close() throws IOException {
    if (inflated != null) {
      inflated.close();
    }
    source.close();
  }
}
