package dev.backflow.telemetry.source;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Sysmon's values where an older Winlogbeat module has moved them: into ECS fields. */
final class WinlogbeatEcs {
  private static final Map<String, List<String>> PLACES =
      Map.ofEntries(
          place("ProcessGuid", "process", "entity_id"),
          place("ProcessId", "process", "pid"),
          place("Image", "process", "executable"),
          place("CommandLine", "process", "command_line"),
          place("CurrentDirectory", "process", "working_directory"),
          place("ParentProcessGuid", "process", "parent", "entity_id"),
          place("ParentProcessId", "process", "parent", "pid"),
          place("ParentImage", "process", "parent", "executable"),
          place("ParentCommandLine", "process", "parent", "command_line"),
          place("OriginalFileName", "process", "pe", "original_file_name"),
          place("Protocol", "network", "transport"),
          place("SourceIp", "source", "ip"),
          place("SourcePort", "source", "port"),
          place("DestinationIp", "destination", "ip"),
          place("DestinationPort", "destination", "port"));

  static final String PATHS =
      PLACES.values().stream().map(p -> String.join(".", p)).collect(Collectors.joining(" "));

  private WinlogbeatEcs() {}

  static Fields fields(JsonObject record) {
    JsonObject nested = record.nested();
    return name -> {
      List<String> place = PLACES.get(name);
      if (place == null) {
        return null;
      }
      JsonObject at = nested;
      for (int i = 0; i < place.size() - 1; i++) {
        at = at.inner(place.get(i));
      }
      return at.text(place.get(place.size() - 1));
    };
  }

  private static Map.Entry<String, List<String>> place(String name, String... steps) {
    return Map.entry(name, List.of(steps));
  }
}
