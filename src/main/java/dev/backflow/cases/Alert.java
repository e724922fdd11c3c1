package dev.backflow.cases;

import java.time.Instant;

/**
 * Something people and machines are to hear of a case; written in the same transaction as the
 * sighting that caused it, published afterwards.
 *
 * @param id made of the case and the cause, so that a repeated run makes the same alert
 * @param activity what it does to the finding
 * @param cause why now, in a person's words
 * @param time event time of the sighting that caused it
 * @param sightings sightings it reports for the first time
 * @param snapshot the case as that sighting left it
 */
public record Alert(
    String id, Activity activity, String cause, Instant time, long sightings, Case snapshot) {

  /** OCSF's activities of a finding; a reopened case is an update. */
  public enum Activity {
    CREATE,
    UPDATE,
    CLOSE
  }
}
