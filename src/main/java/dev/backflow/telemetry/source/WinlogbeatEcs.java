package dev.backflow.telemetry.source;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
          place("Product", "process", "pe", "product"),
          place("Company", "process", "pe", "company"),
          place("Description", "process", "pe", "description"),
          place("FileVersion", "process", "pe", "file_version"),
          place("Protocol", "network", "transport"),
          place("SourceIp", "source", "ip"),
          place("SourcePort", "source", "port"),
          place("SourceHostname", "source", "domain"),
          place("DestinationIp", "destination", "ip"),
          place("DestinationPort", "destination", "port"),
          place("DestinationHostname", "destination", "domain"),
          place("TargetObject", "registry", "path"),
          place("Details", "registry", "data", "strings"));

  /** Sysmon's names for hashes, and where the module puts each. */
  private static final Map<String, List<String>> HASHES =
      Map.ofEntries(
          place("MD5", "process", "hash", "md5"),
          place("SHA1", "process", "hash", "sha1"),
          place("SHA256", "process", "hash", "sha256"),
          place("IMPHASH", "process", "pe", "imphash"));

  static final String PATHS =
      Stream.of(PLACES, HASHES)
          .flatMap(places -> places.values().stream())
          .map(steps -> String.join(".", steps))
          .collect(Collectors.joining(" ", "user.domain user.name network.direction ", ""));

  private WinlogbeatEcs() {}

  static Fields fields(JsonObject record) {
    JsonObject nested = record.nested();
    return name ->
        switch (name) {
          case "Hashes" -> hashes(nested);
          case "User" -> user(nested.inner("user"));
          case "Initiated" -> initiated(nested.inner("network"));
          default -> at(nested, PLACES.get(name));
        };
  }

  private static @Nullable String at(JsonObject nested, @Nullable List<String> place) {
    if (place == null) {
      return null;
    }
    JsonObject at = nested;
    for (int i = 0; i < place.size() - 1; i++) {
      at = at.inner(place.get(i));
    }
    return at.text(place.get(place.size() - 1));
  }

  private static @Nullable String hashes(JsonObject nested) {
    String list =
        HASHES.entrySet().stream()
            .filter(e -> at(nested, e.getValue()) != null)
            .map(e -> e.getKey() + "=" + at(nested, e.getValue()))
            .collect(Collectors.joining(","));
    return list.isEmpty() ? null : list;
  }

  private static @Nullable String user(JsonObject user) {
    String domain = user.text("domain");
    String name = user.text("name");
    return domain == null || name == null ? name : domain + "\\" + name;
  }

  private static @Nullable String initiated(JsonObject network) {
    String direction = network.text("direction");
    if (direction == null) {
      return null;
    }
    return String.valueOf(direction.equals("egress") || direction.equals("outbound"));
  }

  private static Map.Entry<String, List<String>> place(String name, String... steps) {
    return Map.entry(name, List.of(steps));
  }
}
