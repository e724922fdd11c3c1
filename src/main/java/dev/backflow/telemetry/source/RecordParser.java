package dev.backflow.telemetry.source;

import dev.backflow.export.RawRecord;

/** Brings a record's syntax down to what the sources read. Safe for use by several threads. */
public final class RecordParser {
  private final JsonRecords json = new JsonRecords(VendorFormats.vocabulary());
  private final WindowsJson windows = new WindowsJson();

  /** Returns the record's content; throws when its syntax is broken. */
  public ParsedRecord parse(RawRecord record) throws UnreadableRecordException {
    return switch (record.encoding()) {
      case JSON -> json(record);
      case XML -> new ParsedRecord.Windows(record, EventXml.parse(record.bytes()));
      case TEXT -> new ParsedRecord.Text(record);
    };
  }

  private ParsedRecord json(RawRecord record) throws UnreadableRecordException {
    JsonObject object = json.parse(record.bytes());
    WindowsEvent event = windows.read(object);
    return event == null
        ? new ParsedRecord.Json(record, object)
        : new ParsedRecord.Windows(record, event);
  }
}
