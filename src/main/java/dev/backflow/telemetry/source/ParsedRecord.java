package dev.backflow.telemetry.source;

import dev.backflow.export.RawRecord;

/** A record whose syntax is understood. */
public sealed interface ParsedRecord {
  /** Returns the record as it stood in the export. */
  RawRecord raw();

  /**
   * A JSON object that carries no Windows event.
   *
   * @param wrapper the member it was taken out of ({@code _source}), empty for the record itself
   */
  record Json(RawRecord raw, JsonObject object, String wrapper) implements ParsedRecord {}

  /** A record of the Windows event log, whatever rendering it came in. */
  record Windows(RawRecord raw, WindowsEvent event) implements ParsedRecord {}

  /** Text in no layout Backflow knows. */
  record Text(RawRecord raw) implements ParsedRecord {}
}
