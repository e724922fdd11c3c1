package dev.backflow.detection;

import dev.backflow.export.RecordPosition;
import dev.backflow.telemetry.Event;
import dev.backflow.telemetry.EventHeader;
import dev.backflow.telemetry.EventId;
import dev.backflow.telemetry.Host;
import dev.backflow.telemetry.ProcessInfo;
import dev.backflow.telemetry.Source;
import java.time.Instant;
import java.util.List;

/** Events as a sensor would send them. */
final class Events {
  private Events() {}

  static EventHeader header(String osType) {
    return new EventHeader(
        EventId.of("e1"),
        Instant.parse("2026-01-02T03:04:05Z"),
        Source.SYSMON,
        "test",
        new Host("h1", "PC1", osType, List.of()),
        "1",
        null,
        new RecordPosition("file", 0, 0),
        null);
  }

  static Event.ProcessStarted started(String image, String line) {
    return started(ProcessInfo.builder().executable(image).commandLine(line).build());
  }

  static Event.ProcessStarted started(ProcessInfo process) {
    return new Event.ProcessStarted(header("windows"), process, null, null);
  }

  static Event.RegistryValueSet registry(String key, String value, String data) {
    return new Event.RegistryValueSet(
        header("windows"), ProcessInfo.builder().build(), null, key, value, data, null);
  }

  static Event.AutostartRegistered autostart(String mechanism, String line) {
    return new Event.AutostartRegistered(
        header("windows"), mechanism, "Updater", line, "SYSTEM", null, null);
  }
}
