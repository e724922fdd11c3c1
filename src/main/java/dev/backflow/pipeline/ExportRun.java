package dev.backflow.pipeline;

import dev.backflow.cases.CaseStore;
import dev.backflow.cases.Sightings;
import dev.backflow.detection.Detection;
import dev.backflow.detection.ReverseForwardDetector;
import dev.backflow.export.ExportLimits;
import dev.backflow.export.ExportReader;
import dev.backflow.export.Framed;
import dev.backflow.export.PutAside;
import dev.backflow.export.RawRecord;
import dev.backflow.export.TransientException;
import dev.backflow.telemetry.Event;
import dev.backflow.telemetry.Normalized;
import dev.backflow.telemetry.Normalizer;
import dev.backflow.triage.Triage;
import dev.backflow.triage.TriageSettings;
import dev.backflow.triage.Triaged;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Runs one export from its bytes to committed cases. A run may be repeated from any point where it
 * was cut off, or after it was done: what it stored before, it finds and counts as repeated.
 */
public final class ExportRun {
  private final String tenant;
  private final ExportLimits limits;
  private final Normalizer normalizer;
  private final ReverseForwardDetector detector;
  private final CaseStore store;
  private final TriageSettings settings;
  private final PutAsideSink aside;

  /**
   * Creates a run; one object may run many exports, one after another.
   *
   * @param tenant whose exports they are: from the deployment, never from a record
   * @param normalizer reads records
   * @param detector decides on events
   * @param settings what the deployment knows of itself
   * @param store keeps the cases
   * @param aside takes what no one can read
   */
  public ExportRun(
      String tenant,
      ExportLimits limits,
      Normalizer normalizer,
      ReverseForwardDetector detector,
      TriageSettings settings,
      CaseStore store,
      PutAsideSink aside) {
    this.tenant = tenant;
    this.limits = limits;
    this.normalizer = normalizer;
    this.detector = detector;
    this.settings = settings;
    this.store = store;
    this.aside = aside;
  }

  /**
   * Reads an export to its end.
   *
   * @param path its name, as positions give it
   * @param in its bytes, as they lie there; closed at the end
   * @throws TransientException when the bytes or the store cannot be reached: run it again
   */
  public RunSummary run(String path, InputStream in) {
    SightingBuffer buffer = new SightingBuffer(store);
    Triage triage = new Triage(settings, buffer);
    Counters counters = new Counters();
    try (ExportReader reader = ExportReader.open(path, in, limits)) {
      @Nullable Framed framed = reader.next();
      while (framed != null) {
        take(framed, triage, buffer, counters);
        framed = reader.next();
      }
      counters.recorded(buffer.flush());
      return counters.summary(reader.bytesInflated());
    } catch (IOException e) {
      throw new TransientException(path + " cannot be read: " + e.getMessage(), e);
    }
  }

  private void take(Framed framed, Triage triage, SightingBuffer buffer, Counters counters) {
    counters.record();
    if (framed instanceof PutAside putAside) {
      putAside(putAside, counters);
    } else if (framed instanceof RawRecord record) {
      take(normalizer.normalize(record), triage, buffer, counters);
    }
  }

  private void take(
      Normalized normalized, Triage triage, SightingBuffer buffer, Counters counters) {
    if (normalized instanceof Normalized.Recognized recognized) {
      counters.event(recognized.event().header());
      detect(recognized.event(), triage, buffer, counters);
    } else if (normalized instanceof Normalized.Reference) {
      counters.reference();
    } else if (normalized instanceof Normalized.Ignored) {
      counters.ignored();
    } else if (normalized instanceof Normalized.Unknown) {
      counters.unknown();
    } else if (normalized instanceof Normalized.Malformed malformed) {
      putAside(malformed.putAside(), counters);
    }
  }

  private void detect(Event event, Triage triage, SightingBuffer buffer, Counters counters) {
    for (Detection detection : detector.detect(event)) {
      counters.verdict(detection.verdict());
      Triaged triaged = triage.triage(tenant, detection);
      if (triaged.disposition().opensCase()) {
        buffer.add(Sightings.of(tenant, triaged));
      } else {
        counters.notCase();
      }
    }
    if (buffer.isFull()) {
      counters.recorded(buffer.flush());
    }
  }

  private void putAside(PutAside putAside, Counters counters) {
    counters.putAside(putAside.cause());
    aside.accept(putAside);
  }
}
