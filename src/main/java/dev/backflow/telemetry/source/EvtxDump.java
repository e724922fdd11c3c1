package dev.backflow.telemetry.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event as converters of .evtx files write it: evtx_dump with attributes in {@code #attributes}
 * or in {@code X_attributes}, xmltodict and its kin with {@code @Name}.
 */
final class EvtxDump {
  private EvtxDump() {}

  static WindowsEvent read(JsonObject event) {
    JsonObject system = event.object("System");
    if (system == null) {
      throw new IncompleteRecordException("an Event without a System object");
    }
    String provider = WindowsJson.or(attribute(system, "Provider", "Name"), "");
    String code = WindowsJson.or(value(system, "EventID"), "");
    return new WindowsEvent(
        "evtx_dump",
        provider,
        code,
        Timestamps.iso(attribute(system, "TimeCreated", "SystemTime")),
        value(system, "EventRecordID"),
        value(system, "Channel"),
        value(system, "Computer"),
        data(event, provider, code));
  }

  private static Fields data(JsonObject event, String provider, String code) {
    JsonObject data = event.object("EventData");
    if (data == null) {
      return WindowsJson.flattened(event.object("UserData"));
    }
    List<JsonObject> items = data.objects("Data");
    if (items.isEmpty()) {
      return data;
    }
    List<String> unnamed = items.get(0).texts("#text");
    return unnamed.size() > 1
        ? Manifest.data(provider.equals(WindowsJson.SYSMON), code, unnamed)
        : WindowsJson.namedArray(items).orElse(data);
  }

  private static @Nullable String value(JsonObject system, String name) {
    JsonObject wrapped = system.object(name);
    return wrapped == null ? system.text(name) : wrapped.text("#text");
  }

  private static @Nullable String attribute(JsonObject system, String element, String name) {
    JsonObject apart = system.object(element + "_attributes");
    if (apart != null) {
      return apart.text(name);
    }
    JsonObject inside = system.object(element);
    if (inside == null) {
      return null;
    }
    JsonObject attributes = inside.object("#attributes");
    if (attributes != null) {
      return attributes.text(name);
    }
    String marked = inside.text("@" + name);
    return marked == null ? inside.text(name) : marked;
  }
}
