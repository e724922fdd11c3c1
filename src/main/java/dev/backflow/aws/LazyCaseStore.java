package dev.backflow.aws;

import dev.backflow.cases.CaseStore;
import dev.backflow.cases.Sighting;
import dev.backflow.triage.Scope;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** A store that is made when there is something to store: most exports hold no tunnel. */
final class LazyCaseStore implements CaseStore {
  private final Lazy<CaseStore> store;

  LazyCaseStore(Supplier<CaseStore> store) {
    this.store = new Lazy<>(store);
  }

  @Override
  public Recorded record(List<Sighting> sightings) {
    return store.get().record(sightings);
  }

  @Override
  public Set<String> hosts(String tenant, Scope scope) {
    return store.get().hosts(tenant, scope);
  }
}
