package dev.backflow.telemetry.source;

import static dev.backflow.telemetry.source.IncompleteRecordException.require;

import dev.backflow.telemetry.Event;
import dev.backflow.telemetry.EventHeader;
import dev.backflow.telemetry.EventId;
import dev.backflow.telemetry.Hashes;
import dev.backflow.telemetry.Host;
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
 * Elastic Endgame in its sensor's own form, flat, told by {@code event_subtype_full}.
 *
 * <table>
 * <caption>Fields</caption>
 * <tr><td>@timestamp</td><td>timestamp, a FILETIME</td></tr>
 * <tr><td>process</td><td>unique_pid (entity id), pid, process_name, process_path, command_line, md5,
 * sha1, sha256, original_file_name</td></tr>
 * <tr><td>process.parent</td><td>unique_ppid, ppid, parent_process_name, parent_process_path</td></tr>
 * <tr><td>user</td><td>user_name, user_domain, user_sid</td></tr>
 * <tr><td>network</td><td>source_address, source_port, destination_address, destination_port,
 * protocol, subtype</td></tr>
 * <tr><td>registry</td><td>registry_key, registry_value, bytes_written_string_list</td></tr>
 * <tr><td>host</td><td>machine_id, hostname where the export has them</td></tr>
 * </table>
 */
final class EndgameSource implements TelemetrySource {
  static final String NAMES =
      """
      event_subtype_full event_type_full timestamp serial_event_id unique_pid pid process_name
      process_path command_line md5 sha1 sha256 original_file_name unique_ppid ppid
      parent_process_name parent_process_path user_name user_domain user_sid source_address
      source_port destination_address destination_port protocol subtype registry_key registry_path
      registry_value bytes_written_string_list exit_code machine_id hostname
      authentication_id registry_type
      """;

  /** A raw record need not name its machine; all such records are one nameless machine's. */
  private static final String NO_HOST = "unknown";

  @Override
  public Optional<Normalized> read(ParsedRecord record) {
    if (!(record instanceof ParsedRecord.Json json)) {
      return Optional.empty();
    }
    String kind = json.object().text("event_subtype_full");
    if (kind == null || !json.object().has("event_type_full")) {
      return Optional.empty();
    }
    Event event = event(json, kind);
    return Optional.of(
        event == null
            ? new Normalized.Ignored(Source.ELASTIC_ENDGAME, kind)
            : new Normalized.Recognized(event));
  }

  private static @Nullable Event event(ParsedRecord.Json record, String kind) {
    JsonObject o = record.object();
    return switch (kind) {
      case "creation_event" ->
          new Event.ProcessStarted(header(record, kind), process(o), user(o), null);
      case "termination_event" ->
          new Event.ProcessEnded(
              header(record, kind), process(o), Values.number(o.text("exit_code")), user(o));
      case "ipv4_connection_attempt_event",
          "ipv6_connection_attempt_event",
          "ipv4_connection_accept_event",
          "ipv6_connection_accept_event" ->
          network(record, kind, false);
      case "ipv4_disconnect_received_event", "ipv6_disconnect_received_event" ->
          network(record, kind, true);
      case "registry_modify_event" -> registry(record, kind);
      default -> null;
    };
  }

  private static EventHeader header(ParsedRecord.Json record, String kind) {
    JsonObject o = record.object();
    Instant time = require(Timestamps.any(o.text("timestamp")), kind, "timestamp");
    String name = o.text("hostname");
    String id = o.text("machine_id");
    String host = id != null ? id : name == null ? NO_HOST : String.valueOf(Values.lower(name));
    String path = o.text("process_path");
    boolean drive = path != null && path.length() > 2 && path.startsWith(":\\", 1);
    return new EventHeader(
        EventId.of(
            "elastic_endgame", host, kind, o.text("serial_event_id"), time, o.text("unique_pid")),
        time,
        Source.ELASTIC_ENDGAME,
        "sensor",
        new Host(host, name, drive ? "windows" : null, List.of()),
        kind,
        kind,
        record.raw().position(),
        o.text("serial_event_id"));
  }

  private static ProcessInfo process(JsonObject o) {
    String path = Values.present(o.text("process_path"));
    String name = Values.present(o.text("process_name"));
    return ProcessInfo.builder()
        .entityId(o.text("unique_pid"))
        .pid(Values.pid(o.text("pid")))
        .name(name == null ? Values.fileName(path) : name)
        .executable(path)
        .commandLine(o.text("command_line"))
        .session(LogonSession.of(Values.logonId(o.text("authentication_id")), null))
        .hash(
            new Hashes(
                Values.hash(o.text("md5")),
                Values.hash(o.text("sha1")),
                Values.hash(o.text("sha256"))))
        .pe(
            new PortableExecutable(
                Values.present(o.text("original_file_name")), null, null, null, null, null))
        .parent(parent(o))
        .build();
  }

  private static @Nullable ProcessInfo parent(JsonObject o) {
    String path = Values.present(o.text("parent_process_path"));
    Long pid = Values.pid(o.text("ppid"));
    String entity = o.text("unique_ppid");
    if (path == null && pid == null && entity == null) {
      return null;
    }
    String name = Values.present(o.text("parent_process_name"));
    return ProcessInfo.builder()
        .entityId(entity)
        .pid(pid)
        .name(name == null ? Values.fileName(path) : name)
        .executable(path)
        .build();
  }

  private static @Nullable User user(JsonObject o) {
    String sid = Values.present(o.text("user_sid"));
    String name = Values.present(o.text("user_name"));
    return sid == null && name == null
        ? null
        : new User(sid, Values.present(o.text("user_domain")), name);
  }

  private static Event network(ParsedRecord.Json record, String kind, boolean ended) {
    JsonObject o = record.object();
    String subtype = o.text("subtype");
    String direction =
        "outgoing".equals(subtype)
            ? Network.EGRESS
            : "incoming".equals(subtype) ? Network.INGRESS : Network.UNKNOWN;
    return new Event.NetworkConnection(
        header(record, kind),
        process(o),
        user(o),
        Network.transport(o.text("protocol")),
        direction,
        Network.endpoint(o.text("source_address"), o.text("source_port"), null),
        Network.endpoint(o.text("destination_address"), o.text("destination_port"), null),
        kind.contains("attempt") ? null : Boolean.TRUE,
        ended);
  }

  private static Event registry(ParsedRecord.Json record, String kind) {
    JsonObject o = record.object();
    List<String> data = o.texts("bytes_written_string_list");
    return Registry.valueSet(
        header(record, kind),
        process(o),
        user(o),
        Registry.shortKey(require(o.text("registry_key"), kind, "registry_key")),
        o.text("registry_value"),
        data.isEmpty() ? null : String.join("\n", data),
        o.text("registry_type"));
  }
}
