package dev.backflow.telemetry.source;

import dev.backflow.export.RawRecord;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Brings a record's syntax down to what the sources read. Safe for use by several threads. */
public final class RecordParser {
  /** Objects that carry a record: search hits, bulk updates, Panther, Splunk HEC. */
  private static final String[] OBJECTS = {"_source", "event", "doc", "fields"};

  /** Texts that carry one: HEC, Filebeat and Logstash, Fluent Bit and Docker. */
  private static final String[] TEXTS = {"event", "message", "log"};

  static final String NAMES = "_source event doc fields message log";

  private final JsonRecords json = new JsonRecords(VendorFormats.vocabulary());
  private final WindowsJson windows = new WindowsJson();

  /** Returns the record's content; throws when its syntax is broken. */
  public ParsedRecord parse(RawRecord record) throws UnreadableRecordException {
    return switch (record.encoding()) {
      case JSON -> parsed(record, json.parse(record.bytes()), "");
      case XML -> windows(record, EventXml.parse(record.bytes()), "");
      case TEXT -> text(record, new String(record.bytes(), StandardCharsets.UTF_8), "");
    };
  }

  /** Returns what a record that no source knows carries inside, empty when it carries nothing. */
  public Optional<ParsedRecord> unwrap(ParsedRecord record) throws UnreadableRecordException {
    if (!(record instanceof ParsedRecord.Json outer)) {
      return Optional.empty();
    }
    for (String name : OBJECTS) {
      JsonObject inner = outer.object().object(name);
      if (inner != null) {
        return Optional.of(parsed(record.raw(), inner, name));
      }
    }
    for (String name : TEXTS) {
      String inner = outer.object().text(name);
      if (inner != null) {
        ParsedRecord parsed = text(record.raw(), inner, name);
        return parsed instanceof ParsedRecord.Text ? Optional.empty() : Optional.of(parsed);
      }
    }
    return Optional.empty();
  }

  private ParsedRecord parsed(RawRecord record, JsonObject object, String wrapper)
      throws UnreadableRecordException {
    WindowsEvent event = windows.read(object);
    return event == null
        ? new ParsedRecord.Json(record, object, wrapper)
        : windows(record, event, wrapper);
  }

  /** Reads a text: an event as such, or behind a syslog header as JSON or XML. */
  private ParsedRecord text(RawRecord record, String text, String wrapper)
      throws UnreadableRecordException {
    WindowsEvent event = WindowsText.read(text);
    if (event != null) {
      return windows(record, event, wrapper);
    }
    int xml = text.indexOf("<Event ");
    int brace = text.indexOf('{');
    if (xml >= 0 && (brace < 0 || xml < brace)) {
      return windows(record, EventXml.parse(text.substring(xml), EventXml.RENDERING), wrapper);
    }
    JsonObject object = brace < 0 ? null : json.parseText(text.substring(brace));
    return object == null ? new ParsedRecord.Text(record) : parsed(record, object, wrapper);
  }

  private static ParsedRecord windows(RawRecord record, WindowsEvent event, String wrapper) {
    WindowsEvent dated =
        event.logged() == null && record.carriedAt() != null
            ? event.withLogged(record.carriedAt())
            : event;
    String carrier = carrier(record, wrapper);
    return new ParsedRecord.Windows(record, carrier == null ? dated : dated.withRendering(carrier));
  }

  /** Returns the carrier's name where it is the rendering: the event itself is the same. */
  private static @Nullable String carrier(RawRecord record, String wrapper) {
    if (wrapper.equals("event")) {
      return "splunk_hec";
    }
    return record.container().equals("evtx") || record.container().equals("cloudwatch")
        ? record.container()
        : null;
  }
}
