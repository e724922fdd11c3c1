package dev.backflow.pipeline;

import dev.backflow.cases.CaseStore;
import dev.backflow.cases.CaseStore.Recorded;
import dev.backflow.cases.Sighting;
import dev.backflow.triage.EvidenceStore;
import dev.backflow.triage.Scope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Collects sightings so that a case is written once for many of them. Triage sees what is collected
 * as if it were stored already: what is judged does not depend on where a batch ends.
 */
final class SightingBuffer implements EvidenceStore {
  private static final int AT_MOST = 500;

  private final CaseStore store;
  private final Map<String, List<Sighting>> byCase = new LinkedHashMap<>();
  private int size;

  SightingBuffer(CaseStore store) {
    this.store = store;
  }

  void add(Sighting sighting) {
    byCase.computeIfAbsent(sighting.key().caseId(), id -> new ArrayList<>()).add(sighting);
    size++;
  }

  boolean isFull() {
    return size >= AT_MOST;
  }

  /** Stores what is collected, case by case in the order of their first sightings. */
  Recorded flush() {
    Recorded all = new Recorded(0, 0);
    for (List<Sighting> sightings : byCase.values()) {
      all = all.plus(store.record(sightings));
    }
    byCase.clear();
    size = 0;
    return all;
  }

  @Override
  public Set<String> hosts(String tenant, Scope scope) {
    Set<String> hosts = new TreeSet<>(store.hosts(tenant, scope));
    byCase.values().stream()
        .flatMap(List::stream)
        .filter(s -> s.key().tenant().equals(tenant) && s.scopes().contains(scope))
        .forEach(s -> hosts.add(s.key().hostId()));
    return hosts;
  }
}
