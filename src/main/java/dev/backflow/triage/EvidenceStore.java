package dev.backflow.triage;

import java.util.Set;

/** Where triage asks what is known beyond one record. */
public interface EvidenceStore {
  /**
   * Returns the ids of the hosts on which the tenant has seen the scope, consistently with every
   * sighting committed before.
   *
   * @throws RuntimeException a transient failure of the store, as its own type
   */
  Set<String> hosts(String tenant, Scope scope);
}
