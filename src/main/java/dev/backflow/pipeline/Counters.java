package dev.backflow.pipeline;

import dev.backflow.cases.CaseStore.Recorded;
import dev.backflow.detection.Verdict;
import dev.backflow.export.PutAside;
import dev.backflow.telemetry.EventHeader;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts one run as it goes. */
final class Counters {
  private final Map<String, Long> events = new TreeMap<>();
  private final Map<PutAside.Cause, Long> putAside = new EnumMap<>(PutAside.Cause.class);
  private final Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
  private long records;
  private long references;
  private long ignored;
  private long unknown;
  private long notCases;
  private Recorded recorded = new Recorded(0, 0);

  void record() {
    records++;
  }

  void event(EventHeader header) {
    events.merge(header.source().id() + " " + header.rendering(), 1L, Long::sum);
  }

  void reference() {
    references++;
  }

  void ignored() {
    ignored++;
  }

  void unknown() {
    unknown++;
  }

  void putAside(PutAside.Cause cause) {
    putAside.merge(cause, 1L, Long::sum);
  }

  void verdict(Verdict verdict) {
    verdicts.merge(verdict, 1L, Long::sum);
  }

  void notCase() {
    notCases++;
  }

  void recorded(Recorded more) {
    recorded = recorded.plus(more);
  }

  RunSummary summary(long bytes) {
    return new RunSummary(
        bytes,
        records,
        events,
        references,
        ignored,
        unknown,
        putAside,
        verdicts,
        notCases,
        recorded);
  }
}
