package dev.backflow.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Reads a raw .evtx file, chunk after chunk: each holds records, and the names and templates that
 * they refer to. A damaged record or chunk is put aside and the next one read.
 *
 * <p>The layout is the one Joachim Metz describes in the libevtx documentation, "Windows XML Event
 * Log (EVTX) format": a file header of 4096 bytes, then chunks of 64 KiB, records from byte 512 on.
 * Checksums are not held against a chunk, for a log copied in use has stale ones.
 */
final class EvtxFramer implements Framer {
  static final String CONTAINER = "evtx";
  private static final int FILE_HEADER = 4096;
  private static final int CHUNK = 1 << 16;
  private static final int FIRST_RECORD = 512;
  private static final int FREE_SPACE_OFFSET = 48;
  private static final int RECORD_HEADER = 24;
  private static final byte[] CHUNK_MAGIC = "ElfChnk\0".getBytes(StandardCharsets.ISO_8859_1);
  private static final int RECORD_MAGIC = 0x2a2a;

  private final String path;
  private final InputStream in;
  private final ExportLimits limits;
  private final RecordFilter filter;
  private final Deque<Framed> ready = new ArrayDeque<>();
  private long chunkAt = FILE_HEADER;
  private boolean started;
  private boolean ended;
  private long records;
  private long skipped;

  EvtxFramer(String path, InputStream in, ExportLimits limits, RecordFilter filter) {
    this.path = path;
    this.in = in;
    this.limits = limits;
    this.filter = filter;
  }

  @Override
  public long skipped() {
    return skipped;
  }

  @Override
  public @Nullable Framed next() throws IOException {
    if (!started) {
      started = true;
      take(FILE_HEADER);
    }
    while (ready.isEmpty() && !ended) {
      byte[] chunk = take(CHUNK);
      if (chunk.length > 0) {
        readChunk(chunk);
        chunkAt += chunk.length;
      }
    }
    return ready.poll();
  }

  /** Returns up to so many bytes; damage on the way comes out after what precedes it. */
  private byte[] take(int count) throws IOException {
    byte[] bytes = new byte[count];
    int length = 0;
    try {
      int n = 0;
      while (n >= 0 && length < count) {
        n = in.read(bytes, length, count - length);
        length += Math.max(n, 0);
      }
    } catch (DamagedExportException e) {
      putAside(e.reason(), e.damage(), new byte[0], chunkAt + length);
    }
    ended = length < count;
    return Arrays.copyOf(bytes, length);
  }

  private void readChunk(byte[] bytes) {
    if (bytes.length < FIRST_RECORD || !startsWith(bytes, CHUNK_MAGIC)) {
      if (!isBlank(bytes)) {
        putAside("a damaged chunk in the event log", PutAside.Cause.MALFORMED, bytes, chunkAt);
      }
      return;
    }
    EvtxBytes chunk = new EvtxBytes(bytes);
    int end = end(chunk, bytes.length);
    int at = FIRST_RECORD;
    while (at + RECORD_HEADER <= end) {
      int size = chunk.u32At(at) == RECORD_MAGIC ? chunk.u32At(at + 4) : 0;
      if (size < RECORD_HEADER + 4 || at + size > end) {
        at = resume(chunk, at, end);
      } else {
        record(chunk, at, size);
        at += size;
      }
    }
    if (ended && bytes.length < CHUNK && at < end) {
      putAside("the event log is cut off", PutAside.Cause.TRUNCATED, new byte[0], chunkAt + at);
    }
  }

  /** Beyond the free space offset lie remains of older records. */
  private static int end(EvtxBytes chunk, int length) {
    int free = chunk.u32At(FREE_SPACE_OFFSET);
    return free >= FIRST_RECORD && free <= CHUNK ? Math.min(free, length) : length;
  }

  private void record(EvtxBytes chunk, int at, int size) {
    try {
      String xml = new BinXml(chunk, limits.depth()).render(at + RECORD_HEADER, at + size - 4);
      byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
      RecordPosition position = position(chunkAt + at);
      if (!filter.keep(bytes, 0, bytes.length)) {
        skipped++;
        return;
      }
      ready.add(new RawRecord(bytes, RawRecord.Encoding.XML, position, CONTAINER, null));
    } catch (DamagedExportException e) {
      putAside(e.reason(), e.damage(), chunk.copy(at, at + size), chunkAt + at);
    }
  }

  /** Puts aside up to the next record's magic number; records begin on multiples of eight. */
  private int resume(EvtxBytes chunk, int from, int end) {
    int at = from + 8 - from % 8;
    while (at + RECORD_HEADER <= end && chunk.u32At(at) != RECORD_MAGIC) {
      at += 8;
    }
    int next = at + RECORD_HEADER <= end ? at : end;
    boolean cut = next == end && ended;
    putAside(
        cut ? "the event log is cut off" : "a damaged record in the event log",
        cut ? PutAside.Cause.TRUNCATED : PutAside.Cause.MALFORMED,
        chunk.copy(from, next),
        chunkAt + from);
    return next;
  }

  private void putAside(String reason, PutAside.Cause cause, byte[] bytes, long offset) {
    ready.add(new PutAside(reason, cause, bytes, position(offset)));
  }

  private RecordPosition position(long offset) {
    return new RecordPosition(path, offset, ++records);
  }

  private static boolean startsWith(byte[] bytes, byte[] magic) {
    return Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length);
  }

  private static boolean isBlank(byte[] bytes) {
    for (byte b : bytes) {
      if (b != 0) {
        return false;
      }
    }
    return true;
  }
}
