package dev.backflow.lambda;

import dev.backflow.aws.TransientFailureException;

/** Publishes the pending alert that a row holds. */
interface AlertNotifier {
  /**
   * Publishes a row's alert if it is still pending.
   *
   * @throws TransientFailureException where the change must be delivered again
   */
  void publish(String partitionKey, String sortKey);
}
