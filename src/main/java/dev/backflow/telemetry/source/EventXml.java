package dev.backflow.telemetry.source;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads an {@code <Event>} of the Windows event log.
 *
 * <p>{@code System} gives the head, {@code EventData} and {@code UserData} the values: {@code <Data
 * Name="X">} by its name, other leaf elements by theirs. {@code RenderingInfo} repeats names of
 * System and is passed over.
 */
final class EventXml {
  static final String RENDERING = "event_xml";

  private final Map<String, String> system = new HashMap<>();
  private final Map<String, String> data = new HashMap<>();

  private EventXml() {}

  static WindowsEvent parse(byte[] bytes) throws UnreadableRecordException {
    return parse(new String(bytes, StandardCharsets.UTF_8), RENDERING);
  }

  static WindowsEvent parse(String xml, String rendering) throws UnreadableRecordException {
    EventXml event = new EventXml();
    event.read(new XmlPull(xml));
    return event.toEvent(rendering);
  }

  private void read(XmlPull xml) throws UnreadableRecordException {
    if (!xml.nextStart() || !xml.name().equals("Event") || xml.isEmpty()) {
      throw new UnreadableRecordException("the XML is no <Event>");
    }
    while (xml.nextChild(1)) {
      switch (xml.name()) {
        case "System" -> readSystem(xml);
        case "EventData", "UserData", "ProcessingErrorData" -> readData(xml);
        default -> xml.skip();
      }
    }
  }

  private void readSystem(XmlPull xml) throws UnreadableRecordException {
    if (xml.isEmpty()) {
      return;
    }
    int depth = xml.depth();
    while (xml.nextChild(depth)) {
      String name = xml.name();
      xml.attributes().forEach((k, v) -> system.put(name + "." + k, v));
      system.put(name, xml.text());
    }
  }

  private void readData(XmlPull xml) throws UnreadableRecordException {
    if (xml.isEmpty()) {
      return;
    }
    int depth = xml.depth();
    while (xml.nextChild(depth)) {
      String given = xml.attributes().get("Name");
      String name = given == null ? xml.name() : given;
      String text = xml.textOrInside();
      if (text == null) {
        readData(xml);
      } else {
        data.put(name, text);
      }
    }
  }

  private WindowsEvent toEvent(String rendering) {
    String provider = system.get("Provider.Name");
    return new WindowsEvent(
        rendering,
        provider == null ? "" : provider,
        system.getOrDefault("EventID", ""),
        Timestamps.iso(system.get("TimeCreated.SystemTime")),
        text("EventRecordID"),
        text("Channel"),
        text("Computer"),
        Fields.of(data));
  }

  private @Nullable String text(String name) {
    return notEmpty(system.get(name));
  }

  private static @Nullable String notEmpty(@Nullable String value) {
    return value == null || value.isEmpty() ? null : value;
  }
}
