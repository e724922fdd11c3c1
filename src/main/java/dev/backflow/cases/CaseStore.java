package dev.backflow.cases;

import dev.backflow.triage.EvidenceStore;
import java.util.List;

/** Keeps cases, their sightings and their alerts. */
public interface CaseStore extends EvidenceStore {

  /**
   * Applies sightings of one case, in order, in one visible effect: those seen before change
   * nothing; the rest, the case, its scope and its pending alerts are there together or not at all.
   *
   * @param sightings of one and the same case, at least one
   * @throws dev.backflow.export.TransientException when the store cannot be reached or is contended
   *     beyond patience; nothing of the call, or whole batches of it, are stored then, and the call
   *     may be repeated
   */
  Recorded record(List<Sighting> sightings);

  /**
   * What became of some sightings.
   *
   * @param added sightings that were new
   * @param repeated sightings that had been there before
   */
  record Recorded(int added, int repeated) {
    /** Returns the sum of two outcomes. */
    public Recorded plus(Recorded other) {
      return new Recorded(added + other.added, repeated + other.repeated);
    }
  }
}
