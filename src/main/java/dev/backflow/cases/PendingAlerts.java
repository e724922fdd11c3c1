package dev.backflow.cases;

import java.time.Instant;

/** Where alerts wait between their case's transaction and their publication. */
public interface PendingAlerts {
  /**
   * Notes that an alert was published; noting it twice changes nothing.
   *
   * @param at when, by the publisher's clock
   * @throws dev.backflow.export.TransientException when the store cannot be reached: the alert may
   *     then be published once more, with the same id
   */
  void published(Alert alert, Instant at);
}
