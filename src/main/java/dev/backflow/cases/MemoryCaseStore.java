package dev.backflow.cases;

import dev.backflow.telemetry.Fingerprint;
import dev.backflow.triage.Scope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Keeps cases for the length of one run: what {@code scan} works with. Not thread-safe. */
public final class MemoryCaseStore implements CaseStore {
  private final CaseFold fold;
  private final Map<String, Case> cases = new LinkedHashMap<>();
  private final Set<String> sightingIds = new HashSet<>();
  private final Map<String, Set<String>> scopes = new HashMap<>();
  private final List<Alert> alerts = new ArrayList<>();

  /** Creates an empty store. */
  public MemoryCaseStore(CaseFold fold) {
    this.fold = fold;
  }

  @Override
  public Recorded record(List<Sighting> sightings) {
    List<Sighting> fresh = sightings.stream().filter(s -> sightingIds.add(s.id())).toList();
    if (!fresh.isEmpty()) {
      String caseId = fresh.get(0).key().caseId();
      CaseFold.Step step = fold.apply(cases.get(caseId), fresh);
      cases.put(caseId, step.next());
      alerts.addAll(step.alerts());
      fresh.forEach(this::remember);
    }
    return new Recorded(fresh.size(), sightings.size() - fresh.size());
  }

  @Override
  public Set<String> hosts(String tenant, Scope scope) {
    return new TreeSet<>(scopes.getOrDefault(scopeKey(tenant, scope), Set.of()));
  }

  /** Returns the cases, in the order they were opened. */
  public Collection<Case> cases() {
    return List.copyOf(cases.values());
  }

  /** Returns the alerts, in the order they were made. */
  public List<Alert> alerts() {
    return List.copyOf(alerts);
  }

  private void remember(Sighting sighting) {
    for (Scope scope : sighting.scopes()) {
      scopes
          .computeIfAbsent(scopeKey(sighting.key().tenant(), scope), k -> new HashSet<>())
          .add(sighting.key().hostId());
    }
  }

  private static String scopeKey(String tenant, Scope scope) {
    return Fingerprint.of("scope", tenant, scope.kind().label(), scope.value());
  }
}
