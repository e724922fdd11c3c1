package dev.backflow.cli;

import dev.backflow.detection.Verdict;
import dev.backflow.export.PutAside;
import dev.backflow.pipeline.RunSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a run read, in a line or two. */
final class SummaryText {
  private SummaryText() {}

  static String of(RunSummary s) {
    List<String> kinds = new ArrayList<>();
    s.events().forEach((kind, n) -> kinds.add(number(n) + " " + kind));
    return "Read "
        + number(s.records())
        + " records ("
        + size(s.bytes())
        + "): "
        + number(s.eventCount())
        + " events"
        + (kinds.isEmpty() ? "" : " (" + String.join(", ", kinds) + ")")
        + ", "
        + (s.references() == 0 ? "" : number(s.references()) + " reference rows, ")
        + number(s.ignored())
        + " of kinds not used, "
        + number(s.unknown())
        + " unknown, "
        + putAside(s.putAside())
        + ". "
        + verdicts(s);
  }

  private static String putAside(Map<PutAside.Cause, Long> putAside) {
    if (putAside.isEmpty()) {
      return "0 put aside";
    }
    List<String> out = new ArrayList<>();
    for (PutAside.Cause cause : PutAside.Cause.values()) {
      Long n = putAside.get(cause);
      if (n != null) {
        out.add(number(n) + " " + cause.name().toLowerCase(Locale.ROOT).replace('_', ' '));
      }
    }
    return "put aside " + String.join(", ", out);
  }

  private static String verdicts(RunSummary s) {
    List<String> out = new ArrayList<>();
    for (Verdict verdict : Verdict.values()) {
      Long n = s.verdicts().get(verdict);
      if (n != null) {
        out.add(number(n) + " " + verdict);
      }
    }
    String decided = out.isEmpty() ? "No reverse forward" : "Verdicts: " + String.join(", ", out);
    return decided + (s.notCases() == 0 ? "." : " (" + number(s.notCases()) + " open no case).");
  }

  private static String number(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }

  private static String size(long bytes) {
    return bytes < 1 << 20
        ? String.format(Locale.ROOT, "%.1f KiB", bytes / 1024.0)
        : String.format(Locale.ROOT, "%.1f MiB", bytes / 1024.0 / 1024.0);
  }
}
