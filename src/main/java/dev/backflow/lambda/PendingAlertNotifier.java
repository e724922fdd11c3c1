package dev.backflow.lambda;

import dev.backflow.alerts.Notifier;
import dev.backflow.aws.Lazy;
import dev.backflow.cases.dynamodb.DynamoPendingAlerts;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Publishes the alerts in rows of the table to the topics. */
final class PendingAlertNotifier implements AlertNotifier {
  private final Lazy<DynamoPendingAlerts> pending;
  private final Lazy<Notifier> notifier;

  PendingAlertNotifier(Supplier<DynamoPendingAlerts> pending, Supplier<Notifier> notifier) {
    this.pending = new Lazy<>(pending);
    this.notifier = new Lazy<>(notifier);
  }

  @Override
  public void publish(Map<String, AttributeValue> newRow) {
    pending.get().inserted(newRow).ifPresent(notifier.get()::publish);
  }
}
