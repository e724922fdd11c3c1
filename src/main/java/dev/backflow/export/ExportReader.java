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

  /** The content of a zip, whose files may be compressed themselves. */
  private @Nullable InflatedStream outer;

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
    InflatedStream counted = outer == null ? inflated : outer;
    return counted == null ? 0 : counted.count();
  }

  /** Returns how many records the filter has kept out so far. */
  public long skipped() {
    return framer == null ? 0 : framer.skipped();
  }

  private Framer start() throws IOException {
    return open(path, source, 0);
  }

  /** Opens what lies below a number of layers of compression. */
  private Framer open(String name, InputStream raw, int below) throws IOException {
    InputStream at = raw;
    for (int layer = below; layer <= limits.layers(); layer++) {
      PeekStream in = new PeekStream(at);
      Magic magic = Magic.of(in);
      if (magic == Magic.EVTX) {
        return new EvtxFramer(name, counted(in), limits, filter);
      }
      if (magic == Magic.PLAIN) {
        return text(name, in);
      }
      if (magic == Magic.ZIP) {
        return zip(name, in, layer);
      }
      at = unpacked(Unpack.open(magic, in, source));
    }
    throw new DamagedExportException(
        PutAside.Cause.TOO_LARGE,
        "the export is compressed more than " + limits.layers() + " times over");
  }

  private Framer zip(String name, InputStream in, int layer) {
    ZipEntries entries = new ZipEntries(in);
    InflatedStream content = new InflatedStream(Unpack.telling(entries, source), source, limits);
    outer = outer == null ? content : outer;
    return new ZipFramer(name, entries, source, file -> open(file, content, layer + 1));
  }

  private InputStream unpacked(InputStream in) {
    InflatedStream unpacked = new InflatedStream(in, source, limits);
    inflated = unpacked;
    return unpacked;
  }

  private Framer text(String name, PeekStream in) throws IOException {
    Utf8.Text text = Utf8.of(new PeekStream(counted(in)));
    ByteWindow window = new ByteWindow(text.in(), source, limits.recordBytes(), text.offset());
    return CsvFramer.begins(window)
        ? new CsvFramer(name, window, filter)
        : new TextFramer(name, window, limits, filter);
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
    if (outer != null) {
      outer.close();
    }
    source.close();
  }
}
