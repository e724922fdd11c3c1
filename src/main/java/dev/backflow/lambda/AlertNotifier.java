package dev.backflow.lambda;

import dev.backflow.export.PermanentException;
import dev.backflow.export.TransientException;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Publishes the alert that a new row holds. */
interface AlertNotifier {
  /**
   * Publishes a row's alert, if it holds one that waits for it.
   *
   * @throws PermanentException where no try will succeed
   * @throws TransientException where the change must be delivered again
   */
  void publish(Map<String, AttributeValue> newRow);
}
