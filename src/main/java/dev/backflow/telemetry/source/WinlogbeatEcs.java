package dev.backflow.telemetry.source;

import java.util.List;
import java.util.Map;

/** Sysmon's values where an older Winlogbeat module has moved them: into ECS fields. */
final class WinlogbeatEcs {
  private static final Map<String, Path> PLACES =
      Map.ofEntries(
          Map.entry("ProcessGuid", Path.of("process.entity_id")),
          Map.entry("ProcessId", Path.of("process.pid")),
          Map.entry("Image", Path.of("process.executable")),
          Map.entry("CommandLine", Path.of("process.command_line")),
          Map.entry("CurrentDirectory", Path.of("process.working_directory")),
          Map.entry("ParentProcessGuid", Path.of("process.parent.entity_id")),
          Map.entry("ParentProcessId", Path.of("process.parent.pid")),
          Map.entry("ParentImage", Path.of("process.parent.executable")),
          Map.entry("ParentCommandLine", Path.of("process.parent.command_line")),
          Map.entry("OriginalFileName", Path.of("process.pe.original_file_name")),
          Map.entry("Protocol", Path.of("network.transport")),
          Map.entry("SourceIp", Path.of("source.ip")),
          Map.entry("SourcePort", Path.of("source.port")),
          Map.entry("DestinationIp", Path.of("destination.ip")),
          Map.entry("DestinationPort", Path.of("destination.port")));

  private WinlogbeatEcs() {}

  static Fields fields(JsonObject record) {
    return name -> {
      Path place = PLACES.get(name);
      return place == null ? null : record.text(place);
    };
  }

  static List<Path> paths() {
    return List.copyOf(PLACES.values());
  }
}
