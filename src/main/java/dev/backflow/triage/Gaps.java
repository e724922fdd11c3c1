package dev.backflow.triage;

import dev.backflow.detection.Detection;
import dev.backflow.telemetry.Event;
import dev.backflow.telemetry.ProcessInfo;
import dev.backflow.telemetry.SourceLimits;
import java.util.ArrayList;
import java.util.List;

/**
 * What stays unknown about a detection: what the record lacks, then what its source cannot show.
 */
final class Gaps {
  private Gaps() {}

  static List<String> of(Detection detection) {
    List<String> gaps = new ArrayList<>();
    Event event = detection.event();
    gaps.add(
        detection.kind() == Detection.Kind.REGISTERED
            ? "Whether it has run yet: only its registration was read."
            : "Whether the tunnel came up and was used: only the start of the process was read.");
    if (event.header().host().name() == null) {
      gaps.add("The host's name: the record has its id only.");
    }
    ProcessInfo process = Lineage.process(event);
    if (process != null && process.hash().sha256() == null) {
      gaps.add("The binary's SHA-256: the record has none.");
    }
    if (process != null && process.parent() == null) {
      gaps.add("The parent process: the record has none.");
    }
    SourceLimits.of(event.header().source()).gaps().forEach(gap -> gaps.add(gap.text()));
    return gaps;
  }
}
