package dev.backflow.lambda.template;

import static dev.backflow.lambda.template.Template.list;
import static dev.backflow.lambda.template.Template.map;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.backflow.cases.dynamodb.CaseTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

class TemplateTest {
  private static String text;
  private static Template template;

  @BeforeAll
  static void read() throws IOException {
    text = Template.text();
    template = Template.parse(text);
  }

  @Test
  void no_rule_is_broken() {
    assertThat(TemplateRules.check(template)).isEmpty();
  }

  /** Each row breaks one thing; a rule that would not see it is no rule. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FunctionResponseTypes: [ReportBatchItemFailures] | FunctionResponseTypes: [] | every failure",
        "BisectBatchOnFunctionError: true | BisectBatchOnFunctionError: false | not bisected",
        "MaximumRetryAttempts: 10 | MaximumRetryAttempts: -1 | without end",
        "MaximumRecordAgeInSeconds: 86400 | MaximumRecordAgeInSeconds: -1 | any age",
        "FunctionName: !Ref StreamFunction.Alias | FunctionName: !Ref StreamFunction | SnapStart",
        "VisibilityTimeout: 1800 | VisibilityTimeout: 1799 | six times the time-out of ExportF",
        "Timeout: 300 | Timeout: 301 | six times the time-out of ExportFunction",
        "maxReceiveCount: 5 | maxReceiveCount: 4 | fewer than five tries",
        "KmsMasterKeyId: !GetAtt DataKey.Arn | KmsMasterKeyId: alias/aws/sqs | not encrypted",
        "KMSMasterKeyId: !GetAtt DataKey.Arn | Nothing: x | CaseTable: not encrypted",
        "KMSMasterKeyID: !GetAtt SidelineKey.Arn | Nothing: x | SidelineBucket: not encrypted",
        "PointInTimeRecoveryEnabled: true | PointInTimeRecoveryEnabled: false | recovery",
        "BlockPublicAcls: true | BlockPublicAcls: false | may become public",
        "ExpirationInDays: 30 | ExpirationInDays: 31 | thirty days",
        "UpdateReplacePolicy: Retain | UpdateReplacePolicy: Delete | go with the stack",
        "EnableKeyRotation: true | EnableKeyRotation: false | never rotated",
        "Resource: !GetAtt CaseTable.Arn | Resource: '*' | the resource * is not explained",
        "Action: sns:Publish | Action: sns:* | whole families",
        "Action: [s3:GetObject, s3:GetObjectVersion] | Action: [s3:PutObject] | watched prefix",
        "Action: s3:PutObject | Action: s3:GetObject | unredacted",
        "Role: !GetAtt NotifyRole.Arn | Nothing: x | NotifyFunction: SAM would make its role",
        "ApplyOn: PublishedVersions | ApplyOn: None | without a snapshot",
        "RetentionInDays: !Ref LogRetentionDays | KmsKeyId: x | kept for ever",
        "BuildMethod: makefile | BuildMethod: java25 | not built from the package",
        "TreatMissingData: notBreaching | Nothing: x | missing data",
        "Value: !GetAtt NotifyDeadLetterQueue.QueueName | Value: x | no alarm watches it",
      })
  void a_planted_fault_is_seen(String right, String wrong, String offence) {
    assertThat(text).contains(right);
    String faulty = text.replace(right, wrong);

    assertThat(TemplateRules.check(Template.parse(faulty)))
        .anyMatch(o -> o.contains(offence), offence);
  }

  @Test
  void the_table_is_the_one_the_code_is_tested_on() {
    CreateTableRequest code = CaseTable.create("backflow");
    Template.Resource table = template.resource("CaseTable");

    assertThat(list(table.get("KeySchema")))
        .extracting(k -> map(k).get("AttributeName"))
        .containsExactlyElementsOf(
            code.keySchema().stream().map(k -> (Object) k.attributeName()).toList());
    assertThat(list(table.get("AttributeDefinitions")))
        .extracting(a -> map(a).get("AttributeName") + ":" + map(a).get("AttributeType"))
        .containsExactlyInAnyOrderElementsOf(
            code.attributeDefinitions().stream()
                .map(a -> a.attributeName() + ":" + a.attributeTypeAsString())
                .toList());
    assertThat(list(table.get("GlobalSecondaryIndexes")).stream().map(TemplateTest::index))
        .containsExactlyInAnyOrderElementsOf(
            code.globalSecondaryIndexes().stream()
                .map(
                    i ->
                        i.indexName()
                            + i.keySchema().stream().map(k -> k.attributeName()).toList()
                            + i.projection().projectionTypeAsString())
                .toList());
    assertThat(map(table.get("StreamSpecification")).get("StreamViewType"))
        .isEqualTo(code.streamSpecification().streamViewTypeAsString());
  }

  private static String index(Object index) {
    return map(index).get("IndexName")
        + list(map(index).get("KeySchema")).stream()
            .map(k -> map(k).get("AttributeName"))
            .toList()
            .toString()
        + map(map(index).get("Projection")).get("ProjectionType");
  }

  @Test
  void expired_rows_go_by_the_attribute_the_design_names() {
    assertThat(map(template.resource("CaseTable").get("TimeToLiveSpecification")))
        .isEqualTo(Map.of("AttributeName", "expiresAt", "Enabled", true));
  }

  @Test
  void every_handler_is_a_class_that_lambda_can_make() throws Exception {
    for (Template.Resource function : template.resources("AWS::Serverless::Function").toList()) {
      Class<?> handler = Class.forName((String) function.get("Handler"));

      assertThat(RequestStreamHandler.class).isAssignableFrom(handler);
      assertThat(handler).isPublic();
      assertThat(handler.getConstructor()).isNotNull();
    }
  }

  @Test
  void functions_run_on_java_25_on_arm_with_one_vcpu() {
    for (Template.Resource function : template.resources("AWS::Serverless::Function").toList()) {
      assertThat(template.functionProperty(function, "Runtime")).isEqualTo("java25");
      assertThat(template.functionProperty(function, "Architectures")).isEqualTo(List.of("arm64"));
      assertThat(template.functionProperty(function, "MemorySize")).isEqualTo(1769);
    }
  }

  @Test
  void the_makefile_builds_every_function() throws IOException {
    String makefile = Files.readString(Path.of("Makefile"));
    template
        .resources("AWS::Serverless::Function")
        .forEach(
            f ->
                assertThat(
                        Pattern.compile("(?m)^(build-\\w+ )*build-" + f.id() + "[ :]")
                            .matcher(makefile)
                            .find())
                    .as(f.id())
                    .isTrue());
  }

  @Test
  void only_new_alerts_reach_the_notifier() {
    Object alerts = map(template.resource("NotifyFunction").get("Events")).get("Alerts");
    Object filters = map(map(map(alerts).get("Properties")).get("FilterCriteria")).get("Filters");

    assertThat(list(filters)).hasSize(1);
    assertThat(String.valueOf(map(list(filters).get(0)).get("Pattern")))
        .contains("\"eventName\":[\"INSERT\"]", "\"prefix\":\"ALERT#\"");
  }

  @Test
  void the_table_for_local_runs_is_the_same() throws IOException {
    JsonNode local = new ObjectMapper().readTree(Path.of("infra/local/table.json").toFile());
    Template.Resource table = template.resource("CaseTable");
    ObjectMapper json = new ObjectMapper();

    for (String same : List.of("KeySchema", "AttributeDefinitions", "GlobalSecondaryIndexes")) {
      assertThat(local.get(same)).as(same).isEqualTo(json.valueToTree(table.get(same)));
    }
    assertThat(local.get("StreamSpecification").get("StreamViewType").textValue())
        .isEqualTo(map(table.get("StreamSpecification")).get("StreamViewType"));
  }

  @Test
  void the_template_for_local_runs_has_the_same_functions_and_settings() throws IOException {
    Template local = Template.parse(Files.readString(Path.of("infra/local/template.yaml")));

    assertThat(handlers(local)).isEqualTo(handlers(template));
    assertThat(settings(local)).contains("AWS_ENDPOINT_URL").containsAll(settings(template));
    assertThat(settings(template)).doesNotContain("AWS_ENDPOINT_URL");
  }

  private static Map<String, Object> handlers(Template of) {
    return of.resources("AWS::Serverless::Function")
        .collect(Collectors.toMap(Template.Resource::id, f -> f.get("Handler")));
  }

  private static Set<String> settings(Template of) {
    Object function = of.section("Globals").get("Function");
    return map(map(map(function).get("Environment")).get("Variables")).keySet();
  }

  @Test
  void the_deployment_page_explains_every_parameter_and_every_alarm() throws IOException {
    String page = Files.readString(Path.of("docs/deploy.md"));

    assertThat(template.section("Parameters").keySet())
        .allSatisfy(p -> assertThat(page).contains("| `" + p + "` |"));
    assertThat(template.resources("AWS::CloudWatch::Alarm").map(Template.Resource::id))
        .allSatisfy(a -> assertThat(page).contains("| `" + a + "` |"));
  }

  @Test
  void every_parameter_and_output_is_described() {
    assertThat(template.section("Parameters"))
        .allSatisfy(
            (name, p) ->
                assertThat(map(p)).as(name).containsKey("Description").containsKey("Type"));
    assertThat(template.section("Outputs"))
        .allSatisfy((name, o) -> assertThat(map(o)).as(name).containsKey("Description"));
  }
}
