package dev.backflow.export;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a text stream into JSON objects, XML events and lines, as they come: an export may mix them.
 * Arrays and envelopes are entered and their elements are the records.
 */
final class TextFramer implements Framer {
  private static final int MAX_CONTAINERS = 8;
  private static final String CLOUDWATCH = "cloudwatch";

  /** An array the stream is in; the envelope around it, if any. */
  private record Container(@Nullable Envelope envelope, boolean probe) {}

  private final String path;
  private final ByteWindow window;
  private final RecordFilter filter;
  private final JsonScanner json;
  private final XmlScanner xml;
  private final LineScanner lines;
  private final Deque<Container> containers = new ArrayDeque<>();
  private long records;
  private long skipped;

  TextFramer(String path, ByteWindow window, ExportLimits limits, RecordFilter filter) {
    this.path = path;
    this.window = window;
    this.filter = filter;
    this.json = new JsonScanner(window, limits.depth());
    this.xml = new XmlScanner(window, limits.depth());
    this.lines = new LineScanner(window);
  }

  @Override
  public long skipped() {
    return skipped;
  }

  @Override
  public @Nullable Framed next() throws IOException {
    for (; ; ) {
      window.unmark();
      int c = afterSeparators();
      if (c == -1) {
        return end();
      }
      Framed framed = at(c);
      if (framed != null) {
        return framed;
      }
    }
  }

  private int afterSeparators() throws IOException {
    for (; ; ) {
      int c = window.peek();
      boolean separator = c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == ',' || c == 0x1e;
      if (!separator) {
        return c;
      }
      window.read();
    }
  }

  /** Deals with what begins here; null when it is no record or the filter keeps it out. */
  private @Nullable Framed at(int c) throws IOException {
    window.mark();
    if (c == '{') {
      return object();
    }
    if (c == ']' && !containers.isEmpty()) {
      return leave();
    }
    if (c == '[' && !lines.beginsAgent()) {
      window.read();
      return enter(new Container(null, false));
    }
    if (c == '"' && !containers.isEmpty()) {
      return string();
    }
    if (c == '<' && beginsMarkup(window.peek(1))) {
      return xml.skipWrapping() ? null : element();
    }
    return text();
  }

  private static boolean beginsMarkup(int c) {
    return c == '!' || c == '?' || c == '/' || Character.isLetter(c);
  }

  private @Nullable Framed object() throws IOException {
    Scan scan = json.object();
    Envelope envelope = json.envelope();
    if (envelope != null) {
      return enter(new Container(envelope, Messages.isProbe(window.marked())));
    }
    if (scan.broken() != null) {
      return damaged(scan, true);
    }
    Container around = containers.peek();
    if (around != null && around.envelope() == Envelope.LOG_EVENTS) {
      return logEvent(around);
    }
    return record(RawRecord.Encoding.JSON);
  }

  private @Nullable Framed string() throws IOException {
    Scan scan = json.string();
    if (scan != null) {
      return damaged(scan, true);
    }
    return message(Messages.ofString(window.marked()), "", null);
  }

  private @Nullable Framed logEvent(Container around) {
    if (around.probe()) {
      return null;
    }
    Messages.LogEvent event = Messages.ofLogEvent(window.marked());
    return message(event.message(), CLOUDWATCH, event.timestamp());
  }

  private @Nullable Framed message(
      byte @Nullable [] bytes, String container, @Nullable Instant carriedAt) {
    if (bytes == null) {
      return putAside("a carrier without a readable message", PutAside.Cause.MALFORMED);
    }
    RecordPosition position = position();
    if (!filter.keep(bytes, 0, bytes.length)) {
      skipped++;
      return null;
    }
    return new RawRecord(bytes, Messages.encoding(bytes), position, container, carriedAt);
  }

  private @Nullable Framed element() throws IOException {
    Scan scan = xml.element();
    return scan.broken() == null ? record(RawRecord.Encoding.XML) : damaged(scan, false);
  }

  private @Nullable Framed text() throws IOException {
    if (containers.isEmpty()) {
      if (lines.isNumbering()) {
        lines.line();
        return null;
      }
      lines.record();
      return window.damaged() ? end() : record(RawRecord.Encoding.TEXT);
    }
    lines.scalar();
    return putAside("an array holds something that is no record", PutAside.Cause.MALFORMED);
  }

  private @Nullable Framed enter(Container container) {
    if (containers.size() == MAX_CONTAINERS) {
      return putAside(
          "more than " + MAX_CONTAINERS + " arrays in each other", PutAside.Cause.TOO_LARGE);
    }
    containers.push(container);
    return null;
  }

  private @Nullable Framed leave() throws IOException {
    window.read();
    Envelope envelope = containers.pop().envelope();
    if (envelope == null) {
      return null;
    }
    Scan scan = json.tail(envelope.openObjects());
    return scan.broken() == null ? null : damaged(scan, true);
  }

  private @Nullable Framed record(RawRecord.Encoding encoding) {
    if (window.overflowed()) {
      return putAside("the record is longer than the limit", PutAside.Cause.TOO_LARGE);
    }
    RecordPosition position = position();
    if (!window.passes(filter)) {
      skipped++;
      return null;
    }
    byte[] bytes = window.marked();
    return new RawRecord(bytes, encoding, position);
  }

  /** Puts a broken stretch aside, up to where a record can begin again. */
  private Framed damaged(Scan scan, boolean isJson) throws IOException {
    if (scan.cut()) {
      DamagedExportException damage = window.takeDamage();
      return damage == null
          ? putAside(String.valueOf(scan.broken()), PutAside.Cause.TRUNCATED)
          : putAside(damage.reason(), damage.damage());
    }
    if (isJson) {
      resumeAtLine();
    } else {
      resumeAtEvent();
    }
    return putAside(
        String.valueOf(scan.broken()),
        window.overflowed() ? PutAside.Cause.TOO_LARGE : PutAside.Cause.MALFORMED);
  }

  private void resumeAtLine() throws IOException {
    while (window.peek() >= 0 && !beginsRecord()) {
      lines.line();
    }
  }

  private boolean beginsRecord() throws IOException {
    int c = window.peek();
    return c == '{' || c == '<' || (c == ']' && !containers.isEmpty());
  }

  private void resumeAtEvent() throws IOException {
    while (window.skipTo('<', '{')) {
      if (xml.atEvent() || window.startsWith("{\"")) {
        return;
      }
      window.read();
    }
  }

  private @Nullable Framed end() {
    window.mark();
    DamagedExportException damage = window.takeDamage();
    if (damage != null) {
      return putAside(damage.reason(), damage.damage());
    }
    if (!containers.isEmpty()) {
      containers.clear();
      return putAside("the export ends inside a JSON array", PutAside.Cause.TRUNCATED);
    }
    return null;
  }

  private PutAside putAside(String reason, PutAside.Cause cause) {
    return new PutAside(reason, cause, window.marked(), position());
  }

  private RecordPosition position() {
    return new RecordPosition(path, window.markOffset(), ++records);
  }
}
