package dev.backflow.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads CSV with a header line (RFC 4180): each row is a JSON object of the header's names, empty
 * cells left out. A row of another length than the header is put aside.
 */
final class CsvFramer implements Framer {
  static final String CONTAINER = "csv";
  private static final int MIN_COLUMNS = 4;
  private static final JsonFactory JSON = new JsonFactory();

  private final String path;
  private final ByteWindow window;
  private final RecordFilter filter;
  private List<String> header = List.of();
  private long records;
  private long skipped;

  CsvFramer(String path, ByteWindow window, RecordFilter filter) {
    this.path = path;
    this.window = window;
    this.filter = filter;
  }

  /**
   * Returns whether the text begins with a header of a security export: a line of plain names, one
   * of which a known table has.
   */
  static boolean begins(ByteWindow window) throws IOException {
    StringBuilder line = new StringBuilder();
    int columns = 1;
    for (int i = 0; i < 1 << 14; i++) {
      int c = window.peek(i);
      if (c == '\n' || c == '\r' || c == -1) {
        break;
      }
      boolean name = Character.isLetterOrDigit(c) || " _.-\"#@,".indexOf(c) >= 0;
      if (!name) {
        return false;
      }
      columns += c == ',' ? 1 : 0;
      line.append((char) c);
    }
    String names = "," + line.toString().replace("\"", "") + ",";
    return columns >= MIN_COLUMNS
        && (names.contains(",ActionType,")
            || names.contains(",DeviceId,")
            || names.contains(",event_simpleName,"));
  }

  @Override
  public long skipped() {
    return skipped;
  }

  @Override
  public @Nullable Framed next() throws IOException {
    if (header.isEmpty()) {
      window.mark();
      header = row();
    }
    for (; ; ) {
      window.unmark();
      skipLineEnds();
      window.mark();
      if (window.peek() == -1) {
        return end();
      }
      Framed framed = framed(row());
      if (framed != null) {
        return framed;
      }
    }
  }

  private @Nullable Framed framed(List<String> row) throws IOException {
    RecordPosition position = new RecordPosition(path, window.markOffset(), ++records);
    if (window.overflowed()) {
      return aside("the row is longer than the limit", PutAside.Cause.TOO_LARGE, position);
    }
    if (row.size() != header.size()) {
      boolean cut = window.peek() == -1;
      return aside(
          "a CSV row of " + row.size() + " cells under a header of " + header.size(),
          cut ? PutAside.Cause.TRUNCATED : PutAside.Cause.MALFORMED,
          position);
    }
    byte[] json = json(row);
    if (!filter.keep(json, 0, json.length)) {
      skipped++;
      return null;
    }
    return new RawRecord(json, RawRecord.Encoding.JSON, position, CONTAINER, null);
  }

  private PutAside aside(String reason, PutAside.Cause cause, RecordPosition position) {
    return new PutAside(reason, cause, window.marked(), position);
  }

  private @Nullable Framed end() {
    DamagedExportException damage = window.takeDamage();
    return damage == null
        ? null
        : aside(
            damage.reason(),
            damage.damage(),
            new RecordPosition(path, window.markOffset(), ++records));
  }

  private void skipLineEnds() throws IOException {
    while (window.peek() == '\n' || window.peek() == '\r') {
      window.read();
    }
  }

  /** Takes one row: cells may be quoted, a quote in them is doubled. */
  private List<String> row() throws IOException {
    List<String> cells = new ArrayList<>();
    ByteArrayOutputStream cell = new ByteArrayOutputStream();
    boolean quoted = false;
    for (; ; ) {
      int c = window.read();
      if (c == -1 || (!quoted && c == '\n')) {
        cells.add(cell.toString(StandardCharsets.UTF_8));
        return cells;
      }
      if (c == '"') {
        boolean doubled = quoted && window.peek() == '"';
        if (doubled) {
          cell.write(window.read());
        } else {
          quoted = !quoted;
        }
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString(StandardCharsets.UTF_8));
        cell.reset();
      } else if (!window.overflowed() && (quoted || c != '\r')) {
        cell.write(c);
      }
    }
  }

  private byte[] json(List<String> row) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      for (int i = 0; i < row.size(); i++) {
        if (!row.get(i).isEmpty()) {
          json.writeStringField(header.get(i).strip(), row.get(i));
        }
      }
      json.writeEndObject();
    }
    return out.toByteArray();
  }
}
