package dev.backflow.triage;

import dev.backflow.detection.Detection;
import dev.backflow.telemetry.Event;
import dev.backflow.telemetry.ProcessInfo;
import dev.backflow.telemetry.Source;
import java.util.ArrayList;
import java.util.List;

/** What stays unknown about a detection, and which source could not show it. */
final class Gaps {
  private Gaps() {}

  static List<String> of(Detection detection) {
    List<String> gaps = new ArrayList<>();
    Event event = detection.event();
    Source source = event.header().source();
    gaps.add("whether the tunnel came up and was used: only the start of the process was read");
    if (source == Source.CROWDSTRIKE_FDR) {
      gaps.add("the binary's original name (FDR process events have none)");
    }
    if (source == Source.DEFENDER_XDR) {
      gaps.add("when it ends (Defender has no process-end events)");
    }
    ProcessInfo process = Lineage.process(event);
    if (process != null && process.hash().sha256() == null) {
      gaps.add("the binary's SHA-256 (not in the record)");
    }
    if (process != null && process.codeSignature().exists() == null) {
      gaps.add("whether the binary is signed (" + source.id() + " does not say here)");
    }
    if (process != null && process.parent() == null) {
      gaps.add("the parent process (not in the record)");
    }
    if (event.header().host().name() == null) {
      gaps.add("the host's name (the record has its id only)");
    }
    return gaps;
  }
}
