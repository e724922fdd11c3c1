package dev.backflow.telemetry.source;

import static dev.backflow.telemetry.source.IncompleteRecordException.require;

import dev.backflow.telemetry.Event;
import dev.backflow.telemetry.EventHeader;
import dev.backflow.telemetry.EventId;
import dev.backflow.telemetry.Host;
import dev.backflow.telemetry.LogonSession;
import dev.backflow.telemetry.Normalized;
import dev.backflow.telemetry.Source;
import dev.backflow.telemetry.User;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Microsoft Defender XDR advanced hunting tables: streaming rows ({@code category} and {@code
 * properties}), rows of a query (CSV, API), copies in Sentinel ({@code Type}).
 *
 * <table>
 * <caption>Fields</caption>
 * <tr><td>@timestamp</td><td>Timestamp, else ProcessCreationTime, TimeGenerated, time</td></tr>
 * <tr><td>host</td><td>DeviceId, DeviceName; the system is inferred from paths</td></tr>
 * <tr><td>user</td><td>Account* for the new process, InitiatingProcessAccount* for an actor</td></tr>
 * <tr><td>process</td><td>see {@link DefenderProcess}</td></tr>
 * <tr><td>network</td><td>LocalIP, LocalPort, RemoteIP, RemotePort, RemoteUrl, Protocol, by
 * ActionType</td></tr>
 * <tr><td>registry</td><td>RegistryKey, RegistryValueName, RegistryValueData,
 * RegistryValueType</td></tr>
 * <tr><td>task, service</td><td>AdditionalFields: TaskName, TaskContent; ServiceName,
 * ServiceAccount; FolderPath, ProcessCommandLine</td></tr>
 * <tr><td>logon</td><td>LogonType, RemoteIP, Account*, LogonId</td></tr>
 * </table>
 *
 * There is no table of process ends.
 */
final class DefenderSource implements TelemetrySource {
  static final String NAMES =
      """
      category properties time Type ActionType DeviceId DeviceName Timestamp TimeGenerated ReportId
      AccountDomain AccountName AccountSid InitiatingProcessAccountDomain InitiatingProcessAccountName
      InitiatingProcessAccountSid AdditionalFields RegistryKey RegistryValueName RegistryValueData
      RegistryValueType LogonId LocalIP LocalPort RemoteIP RemotePort RemoteUrl Protocol LogonType IsLocalAdmin
      TaskName TaskContent ServiceName ServiceAccount direction
      """
          + DefenderProcess.NAMES;

  private static final String PREFIX = "advancedhunting-";

  private final JsonRecords additional =
      new JsonRecords(
          new Vocabulary().add("TaskName TaskContent ServiceName ServiceAccount direction"));

  /** One row: its table, and how it came. */
  private record Row(ParsedRecord.Json record, JsonObject o, String table, String rendering) {}

  @Override
  public Optional<Normalized> read(ParsedRecord record) {
    Row row = record instanceof ParsedRecord.Json json ? row(json) : null;
    if (row == null) {
      return Optional.empty();
    }
    String action = row.o.text("ActionType");
    Event event = action == null ? null : event(row, action);
    return Optional.of(
        event == null
            ? new Normalized.Ignored(
                Source.DEFENDER_XDR, row.table + (action == null ? "" : " " + action))
            : new Normalized.Recognized(event));
  }

  private static @Nullable Row row(ParsedRecord.Json json) {
    JsonObject o = json.object();
    String category = Values.lower(o.text("category"));
    JsonObject properties = o.object("properties");
    if (category != null && category.startsWith(PREFIX) && properties != null) {
      return new Row(json, properties, category.substring(PREFIX.length()), "streaming");
    }
    if (!o.has("DeviceId") || !o.has("ActionType")) {
      return null;
    }
    String type = Values.lower(o.text("Type"));
    if (type != null && o.has("TimeGenerated")) {
      return new Row(json, o, type, "sentinel");
    }
    String container = json.raw().container();
    return new Row(json, o, table(o), container.equals("csv") ? "hunting_csv" : "hunting_api");
  }

  /** A query's row does not name its table: its columns do. */
  private static String table(JsonObject o) {
    if (o.has("RegistryKey") || o.has("RegistryValueName")) {
      return "deviceregistryevents";
    }
    if (o.has("LocalPort") || (o.has("RemoteIP") && !o.has("LogonType"))) {
      return "devicenetworkevents";
    }
    if (o.has("LogonType")) {
      return "devicelogonevents";
    }
    return "ProcessCreated".equals(o.text("ActionType")) ? "deviceprocessevents" : "deviceevents";
  }

  private @Nullable Event event(Row row, String action) {
    return switch (row.table) {
      case "deviceprocessevents" -> action.equals("ProcessCreated") ? started(row, action) : null;
      case "devicenetworkevents" -> network(row, action);
      case "deviceregistryevents" ->
          action.equals("RegistryValueSet") ? valueSet(row, action) : null;
      case "devicelogonevents" -> action.equals("LogonSuccess") ? logon(row, action) : null;
      case "deviceevents" -> registered(row, action);
      default -> null;
    };
  }

  private static EventHeader header(Row row, String action, List<String> ownAddress) {
    JsonObject o = row.o;
    String device = require(o.text("DeviceId"), action, "DeviceId");
    Instant time = require(time(row), action, "Timestamp");
    return new EventHeader(
        EventId.of(
            "defender_xdr",
            device,
            action,
            o.text("ReportId"),
            time,
            o.text("ProcessId"),
            o.text("InitiatingProcessId"),
            o.text("RemoteIP"),
            o.text("RemotePort"),
            o.text("LocalPort"),
            o.text("RegistryKey")),
        time,
        Source.DEFENDER_XDR,
        row.rendering,
        new Host(device, Values.present(o.text("DeviceName")), osType(o), ownAddress),
        action,
        Values.lowered(action),
        row.record.raw().position(),
        Values.present(o.text("ReportId")));
  }

  private static @Nullable Instant time(Row row) {
    for (String name : new String[] {"Timestamp", "ProcessCreationTime", "TimeGenerated"}) {
      Instant time = Timestamps.any(row.o.text(name));
      if (time != null) {
        return time;
      }
    }
    return Timestamps.any(row.record.object().text("time"));
  }

  /** No column names the system; how it writes a path gives it away. */
  private static @Nullable String osType(JsonObject o) {
    String key = o.text("RegistryKey");
    if (key != null && key.startsWith("HKEY_")) {
      return "windows";
    }
    String path = Values.present(o.text("FolderPath"));
    if (path == null) {
      path = Values.present(o.text("InitiatingProcessFolderPath"));
    }
    if (path == null) {
      return null;
    }
    if (path.startsWith("\\") || (path.length() > 1 && path.charAt(1) == ':')) {
      return "windows";
    }
    boolean mac =
        path.startsWith("/Applications/")
            || path.startsWith("/System/")
            || path.startsWith("/Users/");
    return mac ? "macos" : path.startsWith("/") ? "linux" : null;
  }

  private static Event started(Row row, String action) {
    JsonObject o = row.o;
    return new Event.ProcessStarted(
        header(row, action, List.of()),
        DefenderProcess.created(o),
        user(o, ""),
        user(o, "InitiatingProcess"));
  }

  private static @Nullable User user(JsonObject o, String prefix) {
    boolean own = prefix.isEmpty();
    String sid = Values.present(o.text(own ? "AccountSid" : "InitiatingProcessAccountSid"));
    String domain =
        Values.present(o.text(own ? "AccountDomain" : "InitiatingProcessAccountDomain"));
    String name = Values.present(o.text(own ? "AccountName" : "InitiatingProcessAccountName"));
    return sid == null && name == null ? null : new User(sid, domain, name);
  }

  private @Nullable Event network(Row row, String action) {
    JsonObject o = row.o;
    if (action.endsWith("ConnectionInspected") && !action.equals("SshConnectionInspected")) {
      return null;
    }
    Event.Endpoint local = Network.endpoint(o.text("LocalIP"), o.text("LocalPort"), null);
    Event.Endpoint remote =
        Network.endpoint(o.text("RemoteIP"), o.text("RemotePort"), o.text("RemoteUrl"));
    boolean listens = action.equals("ListeningConnectionCreated");
    String direction = listens ? Network.LISTEN : direction(row, action);
    boolean ingress = direction.equals(Network.INGRESS);
    return new Event.NetworkConnection(
        header(row, action, Network.ownAddress(local)),
        DefenderProcess.actor(o),
        user(o, "InitiatingProcess"),
        Network.transport(Values.present(o.text("Protocol"))),
        direction,
        ingress ? remote : local,
        listens ? null : ingress ? local : remote,
        succeeded(action));
  }

  private String direction(Row row, String action) {
    if (action.startsWith("Inbound")) {
      return Network.INGRESS;
    }
    JsonObject more = additional(row.o);
    boolean in = more != null && "In".equalsIgnoreCase(more.text("direction"));
    return in ? Network.INGRESS : Network.EGRESS;
  }

  private static @Nullable Boolean succeeded(String action) {
    return switch (action) {
      case "ConnectionFailed" -> Boolean.FALSE;
      case "ConnectionAttempt", "ConnectionRequest", "InboundConnectionAttempt" -> null;
      default -> Boolean.TRUE;
    };
  }

  private static Event valueSet(Row row, String action) {
    JsonObject o = row.o;
    return Registry.valueSet(
        header(row, action, List.of()),
        DefenderProcess.actor(o),
        user(o, "InitiatingProcess"),
        Registry.shortKey(require(o.text("RegistryKey"), action, "RegistryKey")),
        o.text("RegistryValueName"),
        o.text("RegistryValueData"),
        o.text("RegistryValueType"));
  }

  private static @Nullable Event logon(Row row, String action) {
    JsonObject o = row.o;
    Integer type = Logons.type(o.text("LogonType"));
    String from = Values.present(o.text("RemoteIP"));
    return type == null || !Logons.counts(type, from, List.of())
        ? null
        : new Event.Logon(
            header(row, action, List.of()),
            user(o, ""),
            type,
            from,
            LogonSession.of(Values.logonId(o.text("LogonId")), null));
  }

  private @Nullable Event registered(Row row, String action) {
    return switch (action) {
      case "ScheduledTaskCreated", "ScheduledTaskUpdated" -> task(row, action);
      case "ServiceInstalled" -> service(row, action);
      default -> null;
    };
  }

  private Event task(Row row, String action) {
    JsonObject more = additional(row.o);
    Fields fields = more == null ? Fields.NONE : more;
    TaskXml task = TaskXml.of(fields.text("TaskContent"));
    return new Event.AutostartRegistered(
        header(row, action, List.of()),
        "task",
        require(fields.text("TaskName"), action, "TaskName"),
        task.commandLine(),
        task.runAs(),
        user(row.o, "InitiatingProcess"),
        task.trigger(),
        DefenderProcess.actor(row.o),
        null);
  }

  private Event service(Row row, String action) {
    JsonObject more = additional(row.o);
    Fields fields = more == null ? Fields.NONE : more;
    String line = Values.present(row.o.text("ProcessCommandLine"));
    return new Event.AutostartRegistered(
        header(row, action, List.of()),
        "service",
        require(fields.text("ServiceName"), action, "ServiceName"),
        line == null ? Values.present(row.o.text("FolderPath")) : line,
        fields.text("ServiceAccount"),
        user(row.o, "InitiatingProcess"),
        null,
        DefenderProcess.actor(row.o),
        null);
  }

  /** {@code AdditionalFields} is an object, or one written as a text. */
  private @Nullable JsonObject additional(JsonObject o) {
    JsonObject object = o.object("AdditionalFields");
    String text = o.text("AdditionalFields");
    return object != null || text == null || !text.startsWith("{")
        ? object
        : additional.parseText(text);
  }
}
