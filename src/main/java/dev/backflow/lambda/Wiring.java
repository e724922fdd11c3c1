package dev.backflow.lambda;

import dev.backflow.alerts.Message;
import dev.backflow.alerts.Notifier;
import dev.backflow.alerts.sns.SnsPublisher;
import dev.backflow.aws.AwsClients;
import dev.backflow.cases.dynamodb.DynamoPendingAlerts;
import java.time.InstantSource;
import java.util.Map;

/** The one place where the functions' parts are put together. */
final class Wiring {
  private final Map<String, String> environment;
  private final Settings settings;
  private final AwsClients clients;
  private final InstantSource clock;

  private Wiring(Map<String, String> environment, AwsClients clients, InstantSource clock) {
    this.environment = environment;
    this.settings = Settings.from(environment);
    this.clients = clients;
    this.clock = clock;
  }

  static Wiring fromEnvironment() {
    return new Wiring(System.getenv(), new AwsClients(), InstantSource.system());
  }

  /** What {@link NotifyFunction} publishes with. */
  AlertNotifier alerts() {
    Map<Message.Topic, String> topics = Topics.from(environment);
    return new PendingAlertNotifier(
        this::pendingAlerts,
        () -> new Notifier(new SnsPublisher(clients.sns(), topics), pendingAlerts(), clock));
  }

  private DynamoPendingAlerts pendingAlerts() {
    return new DynamoPendingAlerts(clients.dynamoDb(), settings.table());
  }
}
