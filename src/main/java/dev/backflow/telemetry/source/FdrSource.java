package dev.backflow.telemetry.source;

import static dev.backflow.telemetry.source.IncompleteRecordException.require;

import dev.backflow.export.RecordPosition;
import dev.backflow.telemetry.Event;
import dev.backflow.telemetry.EventHeader;
import dev.backflow.telemetry.EventId;
import dev.backflow.telemetry.Hashes;
import dev.backflow.telemetry.Host;
import dev.backflow.telemetry.LogonSession;
import dev.backflow.telemetry.Normalized;
import dev.backflow.telemetry.ProcessInfo;
import dev.backflow.telemetry.Source;
import dev.backflow.telemetry.User;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * CrowdStrike Falcon Data Replicator: one flat object for each event, values mostly strings.
 * Recognised by {@code event_simpleName} with {@code aid} and {@code cid}; LogScale writes {@code
 * #event_simpleName}.
 *
 * <table>
 * <caption>Fields</caption>
 * <tr><td>@timestamp</td><td>timestamp, else ContextTimeStamp, UTCTimestamp</td></tr>
 * <tr><td>host.id</td><td>aid</td></tr>
 * <tr><td>host.name</td><td>ComputerName (seldom there: the aidmaster side table has it)</td></tr>
 * <tr><td>user.id, user.name</td><td>UserSid, UserName</td></tr>
 * <tr><td>process.entity_id</td><td>TargetProcessId, of an actor ContextProcessId</td></tr>
 * <tr><td>process.pid</td><td>RawProcessId</td></tr>
 * <tr><td>process.executable, name</td><td>ImageFileName</td></tr>
 * <tr><td>process.command_line</td><td>CommandLine</td></tr>
 * <tr><td>process.start</td><td>ProcessStartTime</td></tr>
 * <tr><td>process.hash</td><td>MD5HashData, SHA1HashData, SHA256HashData</td></tr>
 * <tr><td>logon session</td><td>AuthenticationId, SessionId</td></tr>
 * <tr><td>process.parent</td><td>ParentProcessId (an entity id), ParentBaseFileName</td></tr>
 * <tr><td>its parent</td><td>GrandParentBaseFileName, GrandparentImageFileName,
 * GrandparentCommandLine</td></tr>
 * <tr><td>source, destination</td><td>LocalAddressIP4/IP6, LocalPort, RemoteAddressIP4/IP6,
 * RemotePort, by ConnectionDirection</td></tr>
 * <tr><td>registry</td><td>RegObjectName, RegValueName, RegStringValue, RegNumericValue,
 * RegType</td></tr>
 * <tr><td>task</td><td>TaskName, TaskExecCommand, TaskExecArguments, TaskXml, TaskAuthor</td></tr>
 * <tr><td>service</td><td>ServiceDisplayName, ServiceImagePath</td></tr>
 * </table>
 *
 * The sensor reports no original file name with a process start.
 */
final class FdrSource implements TelemetrySource {
  static final String NAMES =
      """
      event_simpleName #event_simpleName aid cid id @id timestamp @timestamp UTCTimestamp
      ContextTimeStamp event_platform ComputerName UserSid UserName LogonType
      AuthenticationId SessionId RegType
      TargetProcessId ContextProcessId RawProcessId ImageFileName ContextBaseFileName CommandLine
      ProcessStartTime IntegrityLevel MD5HashData SHA1HashData SHA256HashData ParentProcessId
      ParentBaseFileName GrandParentBaseFileName GrandparentImageFileName GrandparentCommandLine
      ServiceDisplayName ServiceImagePath ExitCode
      LocalAddressIP4 LocalAddressIP6 LocalPort RemoteAddressIP4 RemoteAddressIP6 RemotePort Protocol
      ConnectionDirection RegObjectName RegValueName RegStringValue RegNumericValue
      TaskName TaskExecCommand TaskExecArguments TaskXml TaskAuthor
      """;

  @Override
  public Optional<Normalized> read(ParsedRecord record) {
    if (!(record instanceof ParsedRecord.Json json)) {
      return Optional.empty();
    }
    JsonObject o = json.object();
    boolean logScale = o.has("#event_simpleName");
    String kind = o.text(logScale ? "#event_simpleName" : "event_simpleName");
    if (kind == null || !o.has("aid") || !o.has("cid")) {
      return Optional.empty();
    }
    String rendering = logScale ? "logscale" : json.wrapper().isEmpty() ? "fdr" : "panther";
    Normalized reference = FdrSideTables.identity(kind, o);
    if (reference != null) {
      return Optional.of(reference);
    }
    Event event = event(o, kind, rendering, json.raw().position());
    return Optional.of(
        event == null
            ? new Normalized.Ignored(Source.CROWDSTRIKE_FDR, kind)
            : new Normalized.Recognized(event));
  }

  private static @Nullable Event event(
      JsonObject o, String kind, String rendering, RecordPosition position) {
    return switch (kind) {
      case "ProcessRollup2", "SyntheticProcessRollup2", "ServiceStarted", "WmiCreateProcess" ->
          new Event.ProcessStarted(header(o, kind, rendering, position), process(o), user(o), null);
      case "EndOfProcess", "TerminateProcess" ->
          new Event.ProcessEnded(
              header(o, kind, rendering, position), process(o), o.number("ExitCode"), user(o));
      case "NetworkConnectIP4",
          "NetworkConnectIP6",
          "NetworkReceiveAcceptIP4",
          "NetworkReceiveAcceptIP6",
          "NetworkCloseIP4",
          "NetworkCloseIP6",
          "NetworkListenIP4",
          "NetworkListenIP6" ->
          network(localHeader(o, kind, rendering, position), o, kind);
      case "AsepValueUpdate",
          "RegGenericValueUpdate",
          "RegGenericValue",
          "RegSystemConfigValueUpdate" ->
          registry(header(o, kind, rendering, position), o, kind);
      case "ScheduledTaskRegistered", "ScheduledTaskModified" ->
          task(header(o, kind, rendering, position), o, kind);
      case "CreateService", "ModifyServiceBinary" ->
          service(header(o, kind, rendering, position), o, kind);
      case "UserLogon" -> logon(o, kind, rendering, position);
      default -> null;
    };
  }

  private static EventHeader header(
      JsonObject o, String kind, String rendering, RecordPosition position) {
    return header(o, kind, rendering, position, List.of());
  }

  /** The header of an event that may tell the host's own address. */
  private static EventHeader localHeader(
      JsonObject o, String kind, String rendering, RecordPosition position) {
    return header(o, kind, rendering, position, Network.ownAddress(localAddress(o)));
  }

  private static EventHeader header(
      JsonObject o,
      String kind,
      String rendering,
      RecordPosition position,
      List<String> ownAddress) {
    String aid = o.text("aid");
    String cid = o.text("cid");
    String given = o.text("id");
    String id = given == null ? o.text("@id") : given;
    return new EventHeader(
        EventId.of("crowdstrike_fdr", id, aid, cid),
        require(time(o), kind, "timestamp"),
        Source.CROWDSTRIKE_FDR,
        rendering,
        new Host(String.valueOf(aid), o.text("ComputerName"), osType(o), ownAddress),
        kind,
        kind,
        position,
        id == null ? null : id + "|" + aid + "|" + cid);
  }

  private static @Nullable Instant time(JsonObject o) {
    for (String name :
        new String[] {"timestamp", "@timestamp", "UTCTimestamp", "ContextTimeStamp"}) {
      Instant time = o.time(name);
      if (time != null) {
        return time;
      }
    }
    return null;
  }

  private static @Nullable String osType(JsonObject o) {
    String platform = o.text("event_platform");
    if (platform == null) {
      return null;
    }
    return switch (platform) {
      case "Win" -> "windows";
      case "Mac" -> "macos";
      case "Lin" -> "linux";
      default -> Values.lower(platform);
    };
  }

  private static @Nullable User user(JsonObject o) {
    String sid = Values.present(o.text("UserSid"));
    String name = Values.present(o.text("UserName"));
    return sid == null && name == null ? null : new User(sid, null, name);
  }

  private static ProcessInfo process(JsonObject o) {
    String image = Values.present(o.text("ImageFileName"));
    return ProcessInfo.builder()
        .entityId(entity(o.text("TargetProcessId")))
        .pid(Values.pid(o.number("RawProcessId")))
        .executable(image)
        .name(Values.fileName(image))
        .commandLine(o.text("CommandLine"))
        .start(o.time("ProcessStartTime"))
        .title(Values.present(o.text("ServiceDisplayName")))
        .integrityLevel(Integrity.level(o.text("IntegrityLevel")))
        .hash(
            new Hashes(
                Values.hash(o.text("MD5HashData")),
                Values.hash(o.text("SHA1HashData")),
                Values.hash(o.text("SHA256HashData"))))
        .session(session(o))
        .parent(parent(o))
        .build();
  }

  private static LogonSession session(JsonObject o) {
    return LogonSession.of(
        Values.logonId(o.text("AuthenticationId")), Values.pid(o.number("SessionId")));
  }

  private static @Nullable ProcessInfo parent(JsonObject o) {
    String id = entity(o.text("ParentProcessId"));
    String name = Values.present(o.text("ParentBaseFileName"));
    ProcessInfo grandparent = grandparent(o);
    return id == null && name == null && grandparent == null
        ? null
        : ProcessInfo.builder().entityId(id).name(name).parent(grandparent).build();
  }

  private static @Nullable ProcessInfo grandparent(JsonObject o) {
    String image = Values.present(o.text("GrandparentImageFileName"));
    String base = Values.present(o.text("GrandParentBaseFileName"));
    String line = Values.present(o.text("GrandparentCommandLine"));
    return image == null && base == null && line == null
        ? null
        : ProcessInfo.builder()
            .executable(image)
            .name(base == null ? Values.fileName(image) : base)
            .commandLine(line)
            .build();
  }

  /** The process that did something else than start or end. */
  private static ProcessInfo actor(JsonObject o) {
    return ProcessInfo.builder()
        .entityId(entity(o.text("ContextProcessId")))
        .name(Values.present(o.text("ContextBaseFileName")))
        .build();
  }

  private static @Nullable String entity(@Nullable String id) {
    String given = Values.present(id);
    return given == null || given.equals("0") ? null : given;
  }

  private static Event network(EventHeader header, JsonObject o, String kind) {
    String transport = Network.transport(o.text("Protocol"));
    Event.Endpoint local = localEnd(o);
    if (kind.startsWith("NetworkListen")) {
      return new Event.NetworkConnection(
          header, actor(o), user(o), transport, Network.LISTEN, local, null, null);
    }
    Event.Endpoint remote = Network.endpoint(remote(o), o.text("RemotePort"), null);
    String direction = direction(o, kind);
    boolean ingress = direction.equals(Network.INGRESS);
    boolean ended = kind.startsWith("NetworkClose");
    return new Event.NetworkConnection(
        header,
        actor(o),
        user(o),
        transport,
        direction,
        ingress ? remote : local,
        ingress ? local : remote,
        kind.startsWith("NetworkConnect") ? null : Boolean.TRUE,
        ended);
  }

  private static String direction(JsonObject o, String kind) {
    if (kind.startsWith("NetworkReceiveAccept")) {
      return Network.INGRESS;
    }
    String direction = o.text("ConnectionDirection");
    return "0".equals(direction)
        ? Network.EGRESS
        : "1".equals(direction) ? Network.INGRESS : Network.UNKNOWN;
  }

  private static Event.@Nullable Endpoint localEnd(JsonObject o) {
    return Network.endpoint(localAddress(o), o.text("LocalPort"), null);
  }

  private static @Nullable String localAddress(JsonObject o) {
    String ip4 = Values.present(o.text("LocalAddressIP4"));
    return ip4 == null ? Values.present(o.text("LocalAddressIP6")) : ip4;
  }

  private static @Nullable String remote(JsonObject o) {
    String ip4 = Values.present(o.text("RemoteAddressIP4"));
    return ip4 == null ? Values.present(o.text("RemoteAddressIP6")) : ip4;
  }

  private static Event registry(EventHeader header, JsonObject o, String kind) {
    String data = o.text("RegStringValue");
    return Registry.valueSet(
        header,
        actor(o),
        user(o),
        Registry.shortKey(require(o.text("RegObjectName"), kind, "RegObjectName")),
        o.text("RegValueName"),
        data == null ? o.text("RegNumericValue") : data,
        o.text("RegType"));
  }

  private static Event task(EventHeader header, JsonObject o, String kind) {
    String name = require(o.text("TaskName"), kind, "TaskName");
    TaskXml xml = TaskXml.of(o.text("TaskXml"));
    String command = Values.present(o.text("TaskExecCommand"));
    String arguments = Values.present(o.text("TaskExecArguments"));
    String line = command == null || arguments == null ? command : command + " " + arguments;
    return new Event.AutostartRegistered(
        header,
        "task",
        name,
        line == null ? xml.commandLine() : line,
        xml.runAs(),
        Values.account(o.text("TaskAuthor")),
        xml.trigger(),
        actor(o),
        null);
  }

  private static Event service(EventHeader header, JsonObject o, String kind) {
    String path = Values.present(o.text("ServiceImagePath"));
    String line = Values.present(o.text("CommandLine"));
    return new Event.AutostartRegistered(
        header,
        "service",
        require(o.text("ServiceDisplayName"), kind, "ServiceDisplayName"),
        path != null ? path : line != null ? line : o.text("ImageFileName"),
        null,
        user(o),
        null,
        actor(o),
        null);
  }

  private static @Nullable Event logon(
      JsonObject o, String kind, String rendering, RecordPosition position) {
    Integer type = Values.port(o.text("LogonType"));
    String from = remote(o);
    return Logons.counts(type, from, List.of())
        ? new Event.Logon(header(o, kind, rendering, position), user(o), type, from, session(o))
        : null;
  }
}
