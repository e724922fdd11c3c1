package dev.backflow.lambda.template;

import static dev.backflow.lambda.template.Template.list;
import static dev.backflow.lambda.template.Template.map;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What must hold of every resource of its kind, whoever adds it. Offences name the resource. */
final class TemplateRules {
  /**
   * Statements that may name {@code *} as their resource. A key's policy is attached to the key,
   * and {@code *} there means that key alone (KMS developer guide, "Key policies").
   */
  private static final Set<String> STAR_EXPLAINED =
      Set.of(
          "DataKey/TheAccountsOwnPolicies",
          "DataKey/NotificationsIntoTheEncryptedQueue",
          "SidelineKey/TheAccountsOwnPolicies");

  private static final Set<String> STREAMS = Set.of("Kinesis", "DynamoDB");

  private final Template template;
  private final List<String> offences = new ArrayList<>();

  private TemplateRules(Template template) {
    this.template = template;
  }

  static List<String> check(Template template) {
    TemplateRules rules = new TemplateRules(template);
    rules.mappings();
    rules.queues();
    rules.stores();
    rules.permissions();
    rules.functions();
    rules.alarms();
    return rules.offences;
  }

  private void require(boolean holds, String resource, String what) {
    if (!holds) {
      offences.add(resource + ": " + what);
    }
  }

  /** One way by which a service invokes a function. */
  private record Mapping(String id, String kind, String function, Map<String, Object> body) {}

  private Stream<Mapping> eventMappings() {
    Stream<Mapping> events =
        template
            .resources("AWS::Serverless::Function")
            .flatMap(
                f ->
                    map(f.get("Events")).entrySet().stream()
                        .map(
                            e ->
                                new Mapping(
                                    f.id() + "." + e.getKey(),
                                    (String) map(e.getValue()).get("Type"),
                                    f.id(),
                                    map(map(e.getValue()).get("Properties")))));
    Stream<Mapping> own =
        template
            .resources("AWS::Lambda::EventSourceMapping")
            .map(
                m ->
                    new Mapping(
                        m.id(),
                        "Kinesis",
                        String.valueOf(map(m.get("FunctionName")).get("Ref")),
                        m.properties()));
    return Stream.concat(events, own);
  }

  private void mappings() {
    eventMappings()
        .forEach(
            m -> {
              require(
                  list(m.body().get("FunctionResponseTypes")).contains("ReportBatchItemFailures"),
                  m.id(),
                  "without FunctionResponseTypes every failure that is returned is ignored");
              if (STREAMS.contains(m.kind())) {
                stream(m);
              }
            });
    template
        .resources("AWS::Lambda::EventSourceMapping")
        .forEach(
            m ->
                require(
                    String.valueOf(map(m.get("FunctionName")).get("Ref")).endsWith(".Alias"),
                    m.id(),
                    "only an alias invokes the version that SnapStart has a snapshot of"));
  }

  private void stream(Mapping m) {
    require(
        Boolean.TRUE.equals(m.body().get("BisectBatchOnFunctionError")),
        m.id(),
        "a batch that fails is not bisected");
    require(
        m.body().get("MaximumRetryAttempts") instanceof Integer retries && retries >= 0,
        m.id(),
        "retries without end stop the shard");
    require(
        m.body().get("MaximumRecordAgeInSeconds") instanceof Integer age && age > 0,
        m.id(),
        "records of any age are retried");
    require(
        map(map(m.body().get("DestinationConfig")).get("OnFailure")).get("Destination") != null,
        m.id(),
        "what fails in the end goes nowhere");
  }

  private void queues() {
    eventMappings()
        .filter(m -> m.kind().equals("SQS"))
        .forEach(
            m -> {
              Template.Resource queue = template.resource(target(m.body().get("Queue")));
              int timeout = timeout(template.resource(m.function()));
              require(
                  queue.get("VisibilityTimeout") instanceof Integer visible
                      && visible >= 6 * timeout,
                  queue.id(),
                  "visibility below six times the time-out of " + m.function());
              Map<String, Object> redrive = map(queue.get("RedrivePolicy"));
              require(
                  redrive.get("maxReceiveCount") instanceof Integer count && count >= 5,
                  queue.id(),
                  "fewer than five tries before the dead-letter queue");
            });
  }

  private int timeout(Template.Resource function) {
    return (Integer) template.functionProperty(function, "Timeout");
  }

  private void stores() {
    template
        .resources("AWS::SQS::Queue", "AWS::SNS::Topic")
        .forEach(
            r ->
                require(
                    isKey(r.get(keyName(r.type()))), r.id(), "not encrypted with a key of ours"));
    template
        .resources("AWS::DynamoDB::Table")
        .forEach(
            t -> {
              Map<String, Object> sse = map(t.get("SSESpecification"));
              require(
                  Boolean.TRUE.equals(sse.get("SSEEnabled")) && isKey(sse.get("KMSMasterKeyId")),
                  t.id(),
                  "not encrypted with a key of ours");
              require(
                  Boolean.TRUE.equals(
                      map(t.get("PointInTimeRecoverySpecification"))
                          .get("PointInTimeRecoveryEnabled")),
                  t.id(),
                  "no point-in-time recovery");
            });
    template.resources("AWS::S3::Bucket").forEach(this::bucket);
    template
        .resources("AWS::DynamoDB::Table", "AWS::S3::Bucket", "AWS::KMS::Key")
        .forEach(
            r ->
                require(
                    String.valueOf(r.body().get("DeletionPolicy")).startsWith("Retain")
                        && "Retain".equals(r.body().get("UpdateReplacePolicy")),
                    r.id(),
                    "its content would go with the stack"));
    template
        .resources("AWS::KMS::Key")
        .forEach(
            k ->
                require(
                    Boolean.TRUE.equals(k.get("EnableKeyRotation")), k.id(), "is never rotated"));
  }

  private static String keyName(String type) {
    return type.equals("AWS::SQS::Queue") || type.equals("AWS::SNS::Topic") ? "KmsMasterKeyId" : "";
  }

  private void bucket(Template.Resource b) {
    Object rule =
        list(map(b.get("BucketEncryption")).get("ServerSideEncryptionConfiguration")).stream()
            .findFirst()
            .orElse(Map.of());
    require(
        isKey(map(map(rule).get("ServerSideEncryptionByDefault")).get("KMSMasterKeyID")),
        b.id(),
        "not encrypted with a key of ours");
    require(
        map(b.get("PublicAccessBlockConfiguration")).values().stream()
                .filter(Boolean.TRUE::equals)
                .count()
            == 4,
        b.id(),
        "may become public");
    require(
        list(map(b.get("LifecycleConfiguration")).get("Rules")).stream()
            .anyMatch(r -> Integer.valueOf(30).equals(map(r).get("ExpirationInDays"))),
        b.id(),
        "is not emptied after thirty days");
    require(b.get("NotificationConfiguration") == null, b.id(), "what is written there is watched");
  }

  private boolean isKey(Object reference) {
    return template.resources("AWS::KMS::Key").anyMatch(k -> k.id().equals(target(reference)));
  }

  private void permissions() {
    template
        .resources()
        .forEach(
            r -> {
              list(r.get("Policies"))
                  .forEach(p -> statements(r.id(), map(unconditional(p)).get("PolicyDocument")));
              statements(r.id(), r.get("KeyPolicy"));
              statements(r.id(), r.get("PolicyDocument"));
              require(
                  r.get("ManagedPolicyArns") == null,
                  r.id(),
                  "managed policies grant more than is needed");
            });
  }

  private void statements(String resource, Object document) {
    for (Object candidate : list(map(document).get("Statement"))) {
      Map<String, Object> statement = map(unconditional(candidate));
      if (!"Allow".equals(statement.get("Effect"))) {
        continue;
      }
      String name = resource + "/" + statement.get("Sid");
      List<String> actions = list(statement.get("Action")).stream().map(String::valueOf).toList();
      boolean star = list(statement.get("Resource")).contains("*");
      require(!star || STAR_EXPLAINED.contains(name), name, "the resource * is not explained");
      require(
          STAR_EXPLAINED.contains(name) || actions.stream().noneMatch(a -> a.contains("*")),
          name,
          "allows whole families of actions");
      boolean writes = actions.stream().anyMatch(a -> a.matches("s3:(Put|Delete).*"));
      require(
          !writes || !String.valueOf(statement.get("Resource")).contains("ExportBucketName"),
          name,
          "writes under the watched prefix");
      boolean readsSideline =
          actions.stream().anyMatch(a -> a.startsWith("s3:GetObject"))
              && String.valueOf(statement.get("Resource")).contains("SidelineBucket");
      require(!readsSideline, name, "reads what was put aside unredacted");
    }
  }

  /** {@code !If [condition, value, none]} as its value. */
  private static Object unconditional(Object value) {
    List<Object> branches = list(map(value).get("Fn::If"));
    return branches.isEmpty() ? value : branches.get(1);
  }

  private void functions() {
    template
        .resources("AWS::Serverless::Function")
        .forEach(
            f -> {
              require(f.get("Role") != null, f.id(), "SAM would make its role, with * in it");
              String logs = target(map(f.get("LoggingConfig")).get("LogGroup"));
              require(
                  template
                      .resources("AWS::Logs::LogGroup")
                      .anyMatch(g -> g.id().equals(logs) && g.get("RetentionInDays") != null),
                  f.id(),
                  "its log is kept for ever");
              require(
                  "PublishedVersions"
                          .equals(map(template.functionProperty(f, "SnapStart")).get("ApplyOn"))
                      && template.functionProperty(f, "AutoPublishAlias") != null,
                  f.id(),
                  "starts without a snapshot");
              require(
                  "makefile".equals(map(f.body().get("Metadata")).get("BuildMethod")),
                  f.id(),
                  "is not built from the package that was tested");
            });
  }

  private void alarms() {
    Set<String> watched = new HashSet<>();
    template
        .resources("AWS::CloudWatch::Alarm")
        .forEach(
            a -> {
              require(a.get("AlarmDescription") != null, a.id(), "says nothing");
              require(a.get("TreatMissingData") != null, a.id(), "missing data is not decided");
              require(!list(a.get("AlarmActions")).isEmpty(), a.id(), "tells no one");
              list(a.get("Dimensions")).forEach(d -> watched.add(target(map(d).get("Value"))));
            });
    template
        .resources("AWS::SQS::Queue")
        .filter(q -> q.get("RedrivePolicy") == null)
        .forEach(q -> require(watched.contains(q.id()), q.id(), "no alarm watches it"));
  }

  /** The resource that a reference names, or an empty text. */
  private static String target(Object reference) {
    Map<String, Object> map = map(reference);
    Object name = map.getOrDefault("Ref", map.getOrDefault("Fn::GetAtt", ""));
    String text = String.valueOf(name);
    int dot = text.indexOf('.');
    return dot < 0 ? text : text.substring(0, dot);
  }
}
