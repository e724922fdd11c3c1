package dev.backflow.pipeline;

import dev.backflow.cases.CaseStore.Recorded;
import dev.backflow.detection.Verdict;
import dev.backflow.export.PutAside;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one run read and made of it. Everything that was read is in exactly one of {@code events},
 * {@code references}, {@code ignored}, {@code unknown} and {@code putAside}.
 *
 * @param bytes bytes read, after decompression
 * @param records records, whole or not
 * @param events events by {@code source rendering}
 * @param references rows of side tables
 * @param ignored records of known sources of kinds without use
 * @param unknown well-formed records of no known source
 * @param putAside stretches and records no one can read, by cause
 * @param verdicts detections by verdict, {@code NONE} left out
 * @param notCases detections that open no case
 * @param recorded sightings added and repeated
 */
public record RunSummary(
    long bytes,
    long records,
    Map<String, Long> events,
    long references,
    long ignored,
    long unknown,
    Map<PutAside.Cause, Long> putAside,
    Map<Verdict, Long> verdicts,
    long notCases,
    Recorded recorded) {

  /** A run that has read nothing. */
  public static final RunSummary NOTHING =
      new RunSummary(0, 0, Map.of(), 0, 0, 0, Map.of(), Map.of(), 0, new Recorded(0, 0));

  public RunSummary {
    events = Collections.unmodifiableMap(new TreeMap<>(events));
    putAside = Map.copyOf(putAside);
    verdicts = Map.copyOf(verdicts);
  }

  /** Returns how many events were read. */
  public long eventCount() {
    return events.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Returns how many records or stretches were put aside. */
  public long putAsideCount() {
    return putAside.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Returns the sum of two runs. */
  public RunSummary plus(RunSummary other) {
    return new RunSummary(
        bytes + other.bytes,
        records + other.records,
        sum(new TreeMap<>(events), other.events),
        references + other.references,
        ignored + other.ignored,
        unknown + other.unknown,
        sum(copy(PutAside.Cause.class, putAside), other.putAside),
        sum(copy(Verdict.class, verdicts), other.verdicts),
        notCases + other.notCases,
        recorded.plus(other.recorded));
  }

  private static <K extends Enum<K>> Map<K, Long> copy(Class<K> type, Map<K, Long> map) {
    Map<K, Long> out = new EnumMap<>(type);
    out.putAll(map);
    return out;
  }

  private static <K> Map<K, Long> sum(Map<K, Long> into, Map<K, Long> other) {
    other.forEach((k, v) -> into.merge(k, v, Long::sum));
    return into;
  }
}
