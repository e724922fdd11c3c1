package dev.backflow.lambda;

import com.amazonaws.services.lambda.runtime.LambdaRuntime;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import dev.backflow.alerts.Message;
import dev.backflow.alerts.Notifier;
import dev.backflow.alerts.sns.SnsPublisher;
import dev.backflow.aws.AwsClients;
import dev.backflow.aws.Lazy;
import dev.backflow.aws.S3ObjectSource;
import dev.backflow.aws.S3Sideline;
import dev.backflow.aws.TenantRuns;
import dev.backflow.cases.CaseFold;
import dev.backflow.cases.dynamodb.DynamoCaseStore;
import dev.backflow.cases.dynamodb.DynamoPendingAlerts;
import dev.backflow.triage.TriageSettings;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;

/** The one place where the functions' parts are put together. */
final class Wiring {
  private final Map<String, String> environment;
  private final Settings settings;
  private final Lazy<AwsClients> clients;
  private final InstantSource clock;

  private Wiring(
      Map<String, String> environment, Supplier<AwsClients> clients, InstantSource clock) {
    this.environment = environment;
    this.settings = Settings.from(environment);
    this.clients = new Lazy<>(clients);
    this.clock = clock;
  }

  static Wiring fromEnvironment() {
    return new Wiring(System.getenv(), AwsClients::new, InstantSource.system());
  }

  /** What {@link ExportFunction} reads with. */
  ObjectReader exports() {
    return new S3ObjectReader(
        settings.tenants(), new S3ObjectSource(() -> clients.get().s3()), sideline(), runs());
  }

  /** What {@link StreamFunction} reads with. */
  StreamReader streams() {
    return new KinesisReader(settings.tenants(), sideline(), runs());
  }

  private S3Sideline sideline() {
    return new S3Sideline(
        () -> clients.get().s3(), Settings.required(environment, "BACKFLOW_SIDELINE_BUCKET"));
  }

  private TenantRuns runs() {
    // SecureRandom alone is seeded afresh after a restore from a snapshot (Lambda developer guide,
    // "Handling uniqueness with Lambda SnapStart").
    return new TenantRuns(
        TriageSettings.defaults(),
        () ->
            new DynamoCaseStore(
                clients.get().dynamoDb(),
                settings.table(),
                new CaseFold(CaseFold.WINDOW),
                new SecureRandom()));
  }

  /** What {@link NotifyFunction} publishes with. */
  AlertNotifier alerts() {
    Map<Message.Topic, String> topics = Topics.from(environment);
    return new PendingAlertNotifier(
        this::pendingAlerts,
        () -> new Notifier(new SnsPublisher(clients.get().sns(), topics), pendingAlerts(), clock));
  }

  /** Makes all clients and reads a sample: what a snapshot should hold. */
  void prime() {
    clients.get().s3();
    clients.get().dynamoDb();
    clients.get().sns();
    LambdaRuntime.getLogger().log("primed: " + Summaries.text(Sample.run()), LogLevel.INFO);
  }

  private DynamoPendingAlerts pendingAlerts() {
    return new DynamoPendingAlerts(clients.get().dynamoDb(), settings.table());
  }
}
