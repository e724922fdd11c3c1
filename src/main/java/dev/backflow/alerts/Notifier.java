package dev.backflow.alerts;

import dev.backflow.cases.Alert;
import dev.backflow.cases.PendingAlerts;
import java.time.InstantSource;

/**
 * Publishes pending alerts: renders them for each topic, sends them, and only then marks them sent.
 * A crash in between sends an alert again with the same id and sequence; none is lost.
 */
public final class Notifier {
  private final AlertPublisher publisher;
  private final PendingAlerts pending;
  private final InstantSource clock;
  private final Renderings renderings = new Renderings();

  /** Creates a notifier; the clock stamps only when an alert was published. */
  public Notifier(AlertPublisher publisher, PendingAlerts pending, InstantSource clock) {
    this.publisher = publisher;
    this.pending = pending;
    this.clock = clock;
  }

  /**
   * Publishes one alert to all topics.
   *
   * @throws dev.backflow.export.TransientException from the publisher or the store: publish again
   */
  public void publish(Alert alert) {
    for (Message message : renderings.of(alert)) {
      publisher.publish(message);
    }
    pending.published(alert, clock.instant());
  }
}
