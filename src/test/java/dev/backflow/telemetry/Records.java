package dev.backflow.telemetry;

import dev.backflow.export.RawRecord;
import dev.backflow.export.RecordPosition;
import java.nio.charset.StandardCharsets;

/** Makes raw records in tests. */
final class Records {
  static final RecordPosition POSITION = new RecordPosition("export.json", 120, 3);

  private Records() {}

  static RawRecord json(String text) {
    return new RawRecord(text.getBytes(StandardCharsets.UTF_8), RawRecord.Encoding.JSON, POSITION);
  }

  static RawRecord xml(String text) {
    return new RawRecord(text.getBytes(StandardCharsets.UTF_8), RawRecord.Encoding.XML, POSITION);
  }

  static Event event(RawRecord record) {
    Normalized normalized = new Normalizer().normalize(record);
    if (normalized instanceof Normalized.Recognized recognized) {
      return recognized.event();
    }
    throw new AssertionError("not recognised: " + normalized);
  }

  static Normalized normalize(RawRecord record) {
    return new Normalizer().normalize(record);
  }
}
