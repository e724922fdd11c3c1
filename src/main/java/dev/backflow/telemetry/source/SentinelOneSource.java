package dev.backflow.telemetry.source;

import static dev.backflow.telemetry.source.IncompleteRecordException.require;

import dev.backflow.telemetry.CodeSignature;
import dev.backflow.telemetry.Event;
import dev.backflow.telemetry.EventHeader;
import dev.backflow.telemetry.EventId;
import dev.backflow.telemetry.Hashes;
import dev.backflow.telemetry.Host;
import dev.backflow.telemetry.HostOs;
import dev.backflow.telemetry.LogonSession;
import dev.backflow.telemetry.Normalized;
import dev.backflow.telemetry.PortableExecutable;
import dev.backflow.telemetry.ProcessInfo;
import dev.backflow.telemetry.Source;
import dev.backflow.telemetry.User;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * SentinelOne Cloud Funnel 2.0: one flat object for each event, dots in its names.
 *
 * <p>In a process creation {@code tgt.process} is the new process, {@code src.process} its parent
 * and {@code src.process.parent} the grandparent; in any other event {@code src.process} acts.
 *
 * <table>
 * <caption>Fields</caption>
 * <tr><td>@timestamp</td><td>event.time (ms), else timestamp</td></tr>
 * <tr><td>host</td><td>agent.uuid, endpoint.name, endpoint.os, endpoint.type, os.name</td></tr>
 * <tr><td>process.entity_id, pid, start</td><td>uid, pid, startTime</td></tr>
 * <tr><td>process.executable, name</td><td>image.path (name may be the display name)</td></tr>
 * <tr><td>process.command_line</td><td>cmdline</td></tr>
 * <tr><td>process.hash</td><td>image.md5, image.sha1, image.sha256</td></tr>
 * <tr><td>process.title, pe.description</td><td>displayName: the file's description</td></tr>
 * <tr><td>process.code_signature</td><td>signedStatus, verifiedStatus, publisher</td></tr>
 * <tr><td>user</td><td>the process's user</td></tr>
 * <tr><td>network</td><td>src and dst with ip.address, port.number; event.network.direction,
 * event.network.connectionStatus; meta.event.name</td></tr>
 * <tr><td>registry</td><td>registry.keyPath, registry.value, registry.valueType</td></tr>
 * <tr><td>terminal session</td><td>sessionId</td></tr>
 * <tr><td>task</td><td>task.name, task.path</td></tr>
 * <tr><td>logon</td><td>event.login.type, event.login.userName, src.endpoint.ip.address</td></tr>
 * </table>
 */
final class SentinelOneSource implements TelemetrySource {
  static final String NAMES =
      """
      event.type event.category meta.event.name i.scheme dataSource.name agent.uuid event.time
      timestamp event.id endpoint.name endpoint.os endpoint.type os.name src.ip.address src.port.number dst.ip.address
      dst.port.number event.network.direction event.network.connectionStatus registry.keyPath
      registry.value registry.valueType task.name task.path event.login.type event.login.userName
      event.login.loginIsSuccessful src.endpoint.ip.address
      """
          + " "
          + String.join(" ", Role.TARGET.names())
          + " "
          + String.join(" ", Role.SOURCE.names())
          + " "
          + String.join(" ", Role.PARENT.names());

  /** The names of one process's values, by the role it has in the record. */
  private record Role(
      String uid,
      String pid,
      String startTime,
      String path,
      String name,
      String cmdline,
      String md5,
      String sha1,
      String sha256,
      String displayName,
      String signedStatus,
      String verifiedStatus,
      String publisher,
      String user,
      String integrityLevel,
      String sessionId) {
    static final Role TARGET = of("tgt.process");
    static final Role SOURCE = of("src.process");
    static final Role PARENT = of("src.process.parent");

    static Role of(String p) {
      return new Role(
          p + ".uid",
          p + ".pid",
          p + ".startTime",
          p + ".image.path",
          p + ".name",
          p + ".cmdline",
          p + ".image.md5",
          p + ".image.sha1",
          p + ".image.sha256",
          p + ".displayName",
          p + ".signedStatus",
          p + ".verifiedStatus",
          p + ".publisher",
          p + ".user",
          p + ".integrityLevel",
          p + ".sessionId");
    }

    List<String> names() {
      return List.of(
          uid,
          pid,
          startTime,
          path,
          name,
          cmdline,
          md5,
          sha1,
          sha256,
          displayName,
          signedStatus,
          verifiedStatus,
          publisher,
          user,
          integrityLevel,
          sessionId);
    }
  }

  @Override
  public Optional<Normalized> read(ParsedRecord record) {
    if (!(record instanceof ParsedRecord.Json json)) {
      return Optional.empty();
    }
    JsonObject o = json.object();
    String type = o.text("event.type");
    boolean mine =
        type != null
            && o.has("event.category")
            && (o.has("meta.event.name")
                || "edr".equals(o.text("i.scheme"))
                || "SentinelOne".equals(o.text("dataSource.name"))
                || o.has("agent.uuid"));
    if (!mine) {
      return Optional.empty();
    }
    Event event = event(json, String.valueOf(type));
    return Optional.of(
        event == null
            ? new Normalized.Ignored(Source.SENTINELONE_CLOUD_FUNNEL, String.valueOf(type))
            : new Normalized.Recognized(event));
  }

  /** Types are written with and without blanks: {@code Process Creation}. */
  private static @Nullable Event event(ParsedRecord.Json record, String type) {
    JsonObject o = record.object();
    return switch (Values.lowered(type.replace(" ", ""))) {
      case "processcreation" ->
          new Event.ProcessStarted(
              header(record, type, List.of()),
              process(o, Role.TARGET, process(o, Role.SOURCE, grandparent(o))),
              Values.account(o.text(Role.TARGET.user)),
              Values.account(o.text(Role.SOURCE.user)));
      case "processexit", "processtermination" ->
          new Event.ProcessEnded(header(record, type, List.of()), actor(o), null, user(o));
      case "ipconnect" -> connected(record, type);
      case "iplisten" -> listening(record, type);
      case "registryvaluecreate", "registryvaluemodified" -> valueSet(record, type);
      case "taskregister", "taskupdate" -> task(record, type);
      case "login" -> logon(record, type);
      default -> null;
    };
  }

  private static EventHeader header(
      ParsedRecord.Json record, String type, List<String> ownAddress) {
    JsonObject o = record.object();
    Instant time = Timestamps.number(o.text("event.time"));
    if (time == null) {
      time = Timestamps.any(o.text("timestamp"));
    }
    String host = require(o.text("agent.uuid"), type, "agent.uuid");
    return new EventHeader(
        EventId.of("sentinelone", host, o.text("event.id"), type.replace(" ", "")),
        require(time, type, "event.time"),
        Source.SENTINELONE_CLOUD_FUNNEL,
        "cloud_funnel_2",
        new Host(
            host,
            o.text("endpoint.name"),
            osType(o),
            ownAddress,
            new HostOs(
                o.text("os.name"), null, null, Values.lower(o.text("endpoint.os")), null, null),
            o.text("endpoint.type")),
        type,
        o.text("meta.event.name"),
        record.raw().position(),
        o.text("event.id"));
  }

  private static @Nullable String osType(JsonObject o) {
    String os = Values.lower(o.text("endpoint.os"));
    return "osx".equals(os) ? "macos" : os;
  }

  private static ProcessInfo actor(JsonObject o) {
    return process(o, Role.SOURCE, grandparent(o));
  }

  private static @Nullable ProcessInfo grandparent(JsonObject o) {
    boolean known = o.has(Role.PARENT.uid) || o.has(Role.PARENT.path) || o.has(Role.PARENT.name);
    return known ? process(o, Role.PARENT, null) : null;
  }

  private static ProcessInfo process(JsonObject o, Role role, @Nullable ProcessInfo parent) {
    String path = Values.present(o.text(role.path));
    String description = Values.present(o.text(role.displayName));
    String fileName = Values.fileName(path);
    return ProcessInfo.builder()
        .entityId(Values.present(o.text(role.uid)))
        .pid(Values.pid(o.number(role.pid)))
        .executable(path)
        .name(fileName == null ? Values.present(o.text(role.name)) : fileName)
        .commandLine(Values.present(o.text(role.cmdline)))
        .start(Timestamps.number(o.text(role.startTime)))
        .title(description)
        .integrityLevel(Integrity.level(o.text(role.integrityLevel)))
        .hash(
            new Hashes(
                Values.hash(o.text(role.md5)),
                Values.hash(o.text(role.sha1)),
                Values.hash(o.text(role.sha256))))
        .pe(new PortableExecutable(null, null, null, description, null, null))
        .codeSignature(signature(o, role))
        .session(LogonSession.of(null, Values.pid(o.number(role.sessionId))))
        .parent(parent)
        .build();
  }

  private static CodeSignature signature(JsonObject o, Role role) {
    String signed = o.text(role.signedStatus);
    String verified = o.text(role.verifiedStatus);
    return signed == null && verified == null
        ? CodeSignature.NONE
        : new CodeSignature(
            signed == null ? null : signed.equalsIgnoreCase("signed"),
            verified == null ? null : verified.equalsIgnoreCase("verified"),
            Values.present(o.text(role.publisher)),
            null);
  }

  private static @Nullable User user(JsonObject o) {
    return Values.account(o.text(Role.SOURCE.user));
  }

  private static Event.@Nullable Endpoint source(JsonObject o) {
    return Network.endpoint(o.text("src.ip.address"), o.text("src.port.number"), null);
  }

  /** {@code src} began the connection, whichever side this host is. */
  private static Event connected(ParsedRecord.Json record, String type) {
    JsonObject o = record.object();
    Event.Endpoint source = source(o);
    Event.Endpoint destination =
        Network.endpoint(o.text("dst.ip.address"), o.text("dst.port.number"), null);
    String given = String.valueOf(o.text("event.network.direction"));
    String direction =
        switch (given) {
          case "OUTGOING" -> Network.EGRESS;
          case "INCOMING" -> Network.INGRESS;
          default -> Network.UNKNOWN;
        };
    String status = o.text("event.network.connectionStatus");
    Event.Endpoint local = direction.equals(Network.INGRESS) ? destination : source;
    return new Event.NetworkConnection(
        header(record, type, Network.ownAddress(local)),
        actor(o),
        user(o),
        transport(o),
        direction,
        source,
        destination,
        status == null ? null : status.equals("SUCCESS"));
  }

  private static @Nullable String transport(JsonObject o) {
    String name = Values.lower(o.text("meta.event.name"));
    return name != null && (name.startsWith("tcp") || name.startsWith("udp"))
        ? name.substring(0, 3)
        : null;
  }

  private static Event listening(ParsedRecord.Json record, String type) {
    JsonObject o = record.object();
    Event.Endpoint local = source(o);
    return new Event.NetworkConnection(
        header(record, type, Network.ownAddress(local)),
        actor(o),
        user(o),
        transport(o),
        Network.LISTEN,
        local,
        null,
        Boolean.TRUE);
  }

  private static Event valueSet(ParsedRecord.Json record, String type) {
    JsonObject o = record.object();
    Registry.Place place =
        Registry.Place.of(require(o.text("registry.keyPath"), type, "registry.keyPath"));
    return Registry.valueSet(
        header(record, type, List.of()),
        actor(o),
        user(o),
        place.key(),
        place.value(),
        o.text("registry.value"),
        o.text("registry.valueType"));
  }

  private static Event task(ParsedRecord.Json record, String type) {
    JsonObject o = record.object();
    return new Event.AutostartRegistered(
        header(record, type, List.of()),
        "task",
        require(o.text("task.name"), type, "task.name"),
        o.text("task.path"),
        null,
        user(o),
        null,
        actor(o),
        null);
  }

  private static @Nullable Event logon(ParsedRecord.Json record, String type) {
    JsonObject o = record.object();
    Integer logonType = Logons.type(o.text("event.login.type"));
    String from = o.text("src.endpoint.ip.address");
    boolean failed = "false".equals(o.text("event.login.loginIsSuccessful"));
    return failed || logonType == null || !Logons.counts(logonType, from, List.of())
        ? null
        : new Event.Logon(
            header(record, type, List.of()),
            Values.account(o.text("event.login.userName")),
            logonType,
            from,
            LogonSession.NONE);
  }
}
