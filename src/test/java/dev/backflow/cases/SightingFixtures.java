package dev.backflow.cases;

import dev.backflow.triage.Detections;
import dev.backflow.triage.EvidenceStore;
import dev.backflow.triage.Triage;
import dev.backflow.triage.TriageSettings;
import java.util.Set;

/** Sightings for tests, made as the pipeline makes them. */
public final class SightingFixtures {
  public static final String TENANT = "acme";

  private SightingFixtures() {}

  public static Sighting sighting(Detections detection) {
    return sighting(detection, (tenant, scope) -> Set.of());
  }

  public static Sighting sighting(Detections detection, EvidenceStore evidence) {
    Triage triage = new Triage(TriageSettings.defaults(), evidence);
    return Sightings.of(TENANT, triage.triage(TENANT, detection.build()));
  }

  /** A plain forward, the n-th of its case, n minutes into the day. */
  public static Sighting nth(int n) {
    String time = String.format("2026-03-02T%02d:%02d:00Z", n / 60, n % 60);
    return sighting(Detections.forward().event("event-" + n, time));
  }
}
