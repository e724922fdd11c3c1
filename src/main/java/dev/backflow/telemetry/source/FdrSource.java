package dev.backflow.telemetry.source;

import dev.backflow.export.RecordPosition;
import dev.backflow.telemetry.Event;
import dev.backflow.telemetry.EventHeader;
import dev.backflow.telemetry.EventId;
import dev.backflow.telemetry.Hashes;
import dev.backflow.telemetry.Host;
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
 * Recognised by {@code event_simpleName} with {@code aid} and {@code cid}.
 *
 * <table>
 * <caption>Fields</caption>
 * <tr><td>host.id</td><td>aid</td></tr>
 * <tr><td>host.name</td><td>ComputerName (seldom there: the aidmaster side table has it)</td></tr>
 * <tr><td>user.id, user.name</td><td>UserSid, UserName</td></tr>
 * <tr><td>process.entity_id</td><td>TargetProcessId</td></tr>
 * <tr><td>process.pid</td><td>RawProcessId</td></tr>
 * <tr><td>process.executable, name</td><td>ImageFileName</td></tr>
 * <tr><td>process.command_line</td><td>CommandLine</td></tr>
 * <tr><td>process.start</td><td>ProcessStartTime</td></tr>
 * <tr><td>process.hash</td><td>MD5HashData, SHA1HashData, SHA256HashData</td></tr>
 * <tr><td>process.parent</td><td>ParentProcessId (an entity id), ParentBaseFileName</td></tr>
 * </table>
 *
 * The sensor reports no original file name with a process start.
 */
final class FdrSource implements TelemetrySource {
  static final String NAMES =
      """
      event_simpleName aid cid id timestamp ContextTimeStamp event_platform ComputerName
      UserSid UserName TargetProcessId RawProcessId ImageFileName CommandLine ProcessStartTime
      IntegrityLevel MD5HashData SHA1HashData SHA256HashData ParentProcessId ParentBaseFileName
      """;

  @Override
  public Optional<Normalized> read(ParsedRecord record) {
    if (!(record instanceof ParsedRecord.Json json)) {
      return Optional.empty();
    }
    JsonObject o = json.object();
    String kind = o.text("event_simpleName");
    if (kind == null || !o.has("aid") || !o.has("cid")) {
      return Optional.empty();
    }
    if (!kind.equals("ProcessRollup2")) {
      return Optional.of(new Normalized.Ignored(Source.CROWDSTRIKE_FDR, kind));
    }
    return Optional.of(new Normalized.Recognized(started(o, kind, json.raw().position())));
  }

  private static Event started(JsonObject o, String kind, RecordPosition position) {
    User user = new User(o.text("UserSid"), null, o.text("UserName"));
    return new Event.ProcessStarted(header(o, kind, position), process(o), user, null);
  }

  private static EventHeader header(JsonObject o, String kind, RecordPosition position) {
    Instant time = Timestamps.any(o.text("timestamp"));
    if (time == null) {
      time = Timestamps.any(o.text("ContextTimeStamp"));
    }
    String aid = o.text("aid");
    return new EventHeader(
        EventId.of("crowdstrike_fdr", o.text("id"), aid, o.text("cid")),
        IncompleteRecordException.require(time, kind, "timestamp"),
        Source.CROWDSTRIKE_FDR,
        "fdr",
        new Host(String.valueOf(aid), o.text("ComputerName"), osType(o), List.of()),
        kind,
        kind,
        position);
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

  private static ProcessInfo process(JsonObject o) {
    String image = o.text("ImageFileName");
    return ProcessInfo.builder()
        .entityId(o.text("TargetProcessId"))
        .pid(Values.pid(o.text("RawProcessId")))
        .executable(image)
        .name(Values.fileName(image))
        .commandLine(o.text("CommandLine"))
        .start(Timestamps.any(o.text("ProcessStartTime")))
        .integrityLevel(o.text("IntegrityLevel"))
        .hash(hashes(o))
        .parent(
            ProcessInfo.builder()
                .entityId(o.text("ParentProcessId"))
                .name(Values.present(o.text("ParentBaseFileName")))
                .build())
        .build();
  }

  private static Hashes hashes(JsonObject o) {
    return new Hashes(
        Values.hash(o.text("MD5HashData")),
        Values.hash(o.text("SHA1HashData")),
        Values.hash(o.text("SHA256HashData")));
  }
}
