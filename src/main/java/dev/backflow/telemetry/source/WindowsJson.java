package dev.backflow.telemetry.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Finds the Windows event in a JSON record, whichever forwarder wrote it. */
final class WindowsJson {
  static final String NAMES =
      """
      winlog provider_name event_id computer_name record_id channel event_data @timestamp
      """;

  /** Returns the event, null when the record is none. */
  @Nullable WindowsEvent read(JsonObject object) throws UnreadableRecordException {
    JsonObject winlog = object.object("winlog");
    return winlog == null ? null : winlogbeat(object, winlog);
  }

  /**
   * Winlogbeat and Elastic Agent. {@code winlog.computer_name} is the machine; {@code host} and
   * {@code agent} may describe a collector.
   */
  private static WindowsEvent winlogbeat(JsonObject object, JsonObject winlog) {
    JsonObject data = winlog.object("event_data");
    Instant logged = Timestamps.iso(object.text("@timestamp"));
    return new WindowsEvent(
        "winlogbeat",
        or(winlog.text("provider_name"), ""),
        or(winlog.text("event_id"), ""),
        logged,
        winlog.text("record_id"),
        winlog.text("channel"),
        winlog.text("computer_name"),
        data == null ? name -> null : data);
  }

  private static String or(@Nullable String value, String otherwise) {
    return value == null ? otherwise : value;
  }
}
