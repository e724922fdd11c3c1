package dev.backflow.telemetry.source;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the Windows event in a JSON record, whichever forwarder wrote it.
 *
 * <table>
 * <caption>Renderings and how they are told</caption>
 * <tr><td>winlogbeat</td><td>{@code winlog} object (Winlogbeat, Elastic Agent)</td></tr>
 * <tr><td>evtx_dump</td><td>{@code Event.System}, attributes in {@code #attributes}, {@code
 * X_attributes} or {@code @Name}</td></tr>
 * <tr><td>azure_diagnostics</td><td>{@code properties.RawXml}</td></tr>
 * <tr><td>fluentbit_xml</td><td>{@code System} holds XML</td></tr>
 * <tr><td>fluentbit_winevtlog</td><td>{@code ProviderName} and {@code EventRecordID}</td></tr>
 * <tr><td>fluentbit_winlog</td><td>{@code RecordNumber} and {@code TimeGenerated}</td></tr>
 * <tr><td>kinesis_agent_json</td><td>{@code EventId}, {@code ProviderName}, {@code
 * MachineName}</td></tr>
 * <tr><td>kinesis_agent_sushi</td><td>{@code EventCode}, {@code RecordId}, {@code
 * Message}</td></tr>
 * <tr><td>nxlog</td><td>{@code EventTime} and {@code SourceModuleName}</td></tr>
 * <tr><td>otrf</td><td>{@code EventID}, {@code SourceName}, {@code Channel}, flat</td></tr>
 * </table>
 */
final class WindowsJson {
  static final String NAMES =
      """
      winlog provider_name event_id computer_name record_id channel event_data user_data @timestamp
      message host name hostname ip
      Event System EventData UserData Provider Provider_attributes EventID EventID_attributes
      TimeCreated TimeCreated_attributes EventRecordID Channel Computer #attributes #text @Name Name
      _Name @SystemTime SystemTime Data
      properties RawXml ProviderName StringInserts Message RecordNumber TimeGenerated SourceName
      ComputerName EventId MachineName Description LogName Index TimeWritten
      EventCode RecordId Source EventTime EventReceivedTime ExecutionProcessID SourceModuleName SourceModuleType Hostname HOSTNAME
      """;

  /** Names of which a Windows event in JSON has at least one. */
  static final String MARKS =
      """
      winlog Event properties System ProviderName RecordNumber EventId EventCode EventTime EventID
      """;

  private static final double QUARTER_HOUR = 900;
  private static final long MAX_ZONE_QUARTERS = 14 * 4;

  static final String SYSMON = "Microsoft-Windows-Sysmon";
  private static final String SECURITY = "Microsoft-Windows-Security-Auditing";

  /** Returns the event, null when the record is none. */
  @Nullable WindowsEvent read(JsonObject o) throws UnreadableRecordException {
    return o.isMarked() ? find(o) : null;
  }

  private static @Nullable WindowsEvent find(JsonObject o) throws UnreadableRecordException {
    JsonObject winlog = o.object("winlog");
    if (winlog != null && winlog.has("provider_name")) {
      return winlogbeat(o, winlog);
    }
    JsonObject event = o.object("Event");
    if (event != null && event.object("System") != null) {
      return EvtxDump.read(event);
    }
    JsonObject properties = o.object("properties");
    String rawXml = properties == null ? null : properties.text("RawXml");
    if (rawXml != null) {
      return EventXml.parse(rawXml, "azure_diagnostics");
    }
    String xml = o.text("System");
    if (xml != null && xml.startsWith("<Event")) {
      return EventXml.parse(xml, "fluentbit_xml");
    }
    return flat(o);
  }

  private static @Nullable WindowsEvent flat(JsonObject o) {
    if (o.has("ProviderName") && o.has("EventRecordID")) {
      return winevtlog(o);
    }
    if (o.has("RecordNumber") && o.has("TimeGenerated") && o.has("SourceName")) {
      return winlog(o);
    }
    if (o.has("EventId") && o.has("ProviderName") && o.has("MachineName")) {
      return kinesisAgent(o);
    }
    if (o.has("EventCode") && o.has("RecordId") && o.has("Message")) {
      return sushi(o);
    }
    if (o.has("EventTime") && o.has("EventID") && o.has("SourceModuleName")) {
      return nxlog(o);
    }
    if (o.has("EventID") && o.has("SourceName") && o.has("Channel")) {
      return otrf(o);
    }
    return null;
  }

  /**
   * Winlogbeat and Elastic Agent. {@code winlog.computer_name} is the machine; {@code host} may
   * describe a collector, so its addresses count only when the names agree. What the agent's own
   * module moved out of {@code event_data} is found in the message or in the ECS fields.
   */
  private static WindowsEvent winlogbeat(JsonObject o, JsonObject winlog) {
    String provider = or(winlog.text("provider_name"), "");
    String code = or(winlog.text("event_id"), "");
    String computer = winlog.text("computer_name");
    boolean sysmon = provider.equals(SYSMON);
    JsonObject data = winlog.object("event_data");
    Fields fields = data == null ? flattened(winlog.object("user_data")) : data;
    if (sysmon && fields.text("ProcessGuid") == null) {
      fields =
          fields
              .orElse(WindowsMessage.of(true, code, o.text("message")))
              .orElse(WinlogbeatEcs.fields(o));
    }
    JsonObject own = own(o, computer);
    return new WindowsEvent(
        "winlogbeat",
        provider,
        code,
        Timestamps.iso(o.text("@timestamp")),
        winlog.text("record_id"),
        winlog.text("channel"),
        computer,
        EcsHost.os(own.object("os")),
        own.texts("ip"),
        fields);
  }

  /** Returns the machine's own description, nothing when it is another's. */
  private static JsonObject own(JsonObject o, @Nullable String computer) {
    JsonObject host = o.inner("host");
    boolean own =
        computer != null
            && (sameMachine(host.text("name"), computer)
                || sameMachine(host.text("hostname"), computer));
    return own ? host : host.nothing();
  }

  /** Returns whether two names are equal up to their first dots, whatever their case. */
  private static boolean sameMachine(@Nullable String name, String other) {
    if (name == null) {
      return false;
    }
    int length = shortLength(name);
    return length == shortLength(other) && name.regionMatches(true, 0, other, 0, length);
  }

  private static int shortLength(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? name.length() : dot;
  }

  /** UserData has one element of the provider's own, with the values in it. */
  static Fields flattened(@Nullable JsonObject data) {
    if (data == null) {
      return Fields.NONE;
    }
    JsonObject inner = data.object("EventXML");
    return inner == null ? data : inner;
  }

  /** Fluent Bit {@code winevtlog}. {@code ProcessID} is the logger's own. */
  private static WindowsEvent winevtlog(JsonObject o) {
    String provider = or(o.text("ProviderName"), "");
    String code = or(o.text("EventID"), "");
    boolean sysmon = provider.equals(SYSMON);
    JsonObject named = o.object("EventData");
    Fields data =
        (named == null ? Fields.NONE : named)
            .orElse(Manifest.data(sysmon, code, o.texts("StringInserts")))
            .orElse(WindowsMessage.of(sysmon, code, o.text("Message")));
    return event("fluentbit_winevtlog", provider, o, "EventID", "TimeCreated", "Computer", data);
  }

  /** Fluent Bit's older {@code winlog}. */
  private static WindowsEvent winlog(JsonObject o) {
    String provider = or(o.text("SourceName"), "");
    String code = or(o.text("EventID"), "");
    boolean sysmon = provider.equals(SYSMON);
    Fields data =
        Manifest.data(sysmon, code, o.texts("StringInserts"))
            .orElse(WindowsMessage.of(sysmon, code, o.text("Message")));
    return event("fluentbit_winlog", provider, o, "EventID", "TimeGenerated", "ComputerName", data);
  }

  /** Kinesis Agent for Windows, {@code Format=json}: a positional array or the description. */
  private static WindowsEvent kinesisAgent(JsonObject o) {
    String provider = or(o.text("ProviderName"), "");
    String code = or(o.text("EventId"), "");
    boolean sysmon = provider.equals(SYSMON);
    Fields data =
        Manifest.data(sysmon, code, o.texts("EventData"))
            .orElse(WindowsMessage.of(sysmon, code, o.text("Description")));
    return event("kinesis_agent_json", provider, o, "EventId", "TimeCreated", "MachineName", data);
  }

  /** Kinesis Agent for Windows, {@code Format=sushi}: no provider, but the message tells it. */
  private static WindowsEvent sushi(JsonObject o) {
    String message = or(o.text("Message"), "");
    String given = o.text("Source");
    String provider = given != null ? given : message.contains("ProcessGuid:") ? SYSMON : SECURITY;
    Fields data = WindowsMessage.of(provider.equals(SYSMON), or(o.text("EventCode"), ""), message);
    return event(
        "kinesis_agent_sushi", provider, o, "EventCode", "TimeCreated", "MachineName", data);
  }

  /**
   * NXLog. Its names know no case, so the service's {@code ProcessID} has overwritten the event's
   * {@code ProcessId}: the message still has it.
   */
  private static WindowsEvent nxlog(JsonObject o) {
    String provider = or(o.text("SourceName"), "");
    String code = or(o.text("EventID"), "");
    Fields message = WindowsMessage.of(provider.equals(SYSMON), code, o.text("Message"));
    Fields lossy = name -> name.equalsIgnoreCase("ProcessId") ? message.text(name) : o.text(name);
    Fields data = o.has("ExecutionProcessID") ? o : lossy;
    WindowsEvent event =
        event("nxlog", provider, o, "EventID", "EventTime", "Hostname", data.orElse(message));
    return event.withLogged(nxlogTime(o, event.logged()));
  }

  /**
   * {@code EventTime} is local, without a zone. Where a later hop has stamped its own time in UTC,
   * the reception, in local time too, tells the zone; else the time is taken for UTC.
   */
  private static @Nullable Instant nxlogTime(JsonObject o, @Nullable Instant eventTime) {
    Instant received = Timestamps.iso(o.text("EventReceivedTime"));
    Instant stamped = Timestamps.iso(o.text("@timestamp"));
    String text = o.text("EventTime");
    if (eventTime == null || received == null || stamped == null || text == null) {
      return eventTime;
    }
    boolean zoned = text.endsWith("Z") || text.indexOf('+') > 0;
    long quarters = Math.round(Duration.between(received, stamped).toSeconds() / QUARTER_HOUR);
    return zoned || Math.abs(quarters) > MAX_ZONE_QUARTERS
        ? eventTime
        : eventTime.plusSeconds((long) (quarters * QUARTER_HOUR));
  }

  /** OTRF Security-Datasets: flat, by way of Logstash. */
  private static WindowsEvent otrf(JsonObject o) {
    String provider = or(o.text("SourceName"), "");
    boolean sysmon = provider.equals(SYSMON);
    Fields data =
        sysmon && o.has("ProcessGuid")
            ? o
            : o.orElse(WindowsMessage.of(sysmon, or(o.text("EventID"), ""), o.text("Message")));
    return event("otrf", provider, o, "EventID", "TimeCreated", "Hostname", data);
  }

  private static WindowsEvent event(
      String rendering,
      String provider,
      JsonObject o,
      String code,
      String time,
      String computer,
      Fields data) {
    return new WindowsEvent(
        rendering,
        provider,
        or(o.text(code), ""),
        first(o, time, "@timestamp", "TimeWritten"),
        or(o, "EventRecordID", "RecordNumber", "Index", "RecordId"),
        or(o, "Channel", "LogName"),
        or(o, computer, "Hostname", "HOSTNAME", "ComputerName", "Computer"),
        data);
  }

  private static @Nullable Instant first(JsonObject o, String... names) {
    for (String name : names) {
      Instant time = Timestamps.any(o.text(name));
      if (time != null) {
        return time;
      }
    }
    return null;
  }

  private static @Nullable String or(JsonObject o, String... names) {
    for (String name : names) {
      String value = o.text(name);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  static String or(@Nullable String value, String otherwise) {
    return value == null ? otherwise : value;
  }

  /** Reads a {@code Data} array of named objects. */
  static Fields namedArray(List<JsonObject> data) {
    Map<String, String> map = new HashMap<>();
    for (JsonObject item : data) {
      String name = or(item, "@Name", "Name", "_Name");
      String value = item.text("#text");
      if (name != null && value != null) {
        map.put(name, value);
      }
    }
    return Fields.of(map);
  }
}
