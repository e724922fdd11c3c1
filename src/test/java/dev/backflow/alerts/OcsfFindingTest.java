package dev.backflow.alerts;

import static dev.backflow.alerts.AlertFixtures.alert;
import static dev.backflow.alerts.AlertFixtures.rdpByRenamedPlink;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.backflow.cases.Alert;
import dev.backflow.commandline.RemoteForward;
import dev.backflow.detection.Verdict;
import dev.backflow.triage.Detections;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OcsfFindingTest {
  private static JsonNode finding(Alert alert) throws IOException {
    return new JsonMapper().readTree(new OcsfFinding().json(alert));
  }

  @Test
  void it_has_every_attribute_that_the_class_requires() throws IOException {
    JsonNode f = finding(alert(rdpByRenamedPlink()));

    assertThat(f.path("class_uid").asInt()).isEqualTo(2004);
    assertThat(f.path("category_uid").asInt()).isEqualTo(2);
    assertThat(f.path("activity_id").asInt()).isEqualTo(1);
    assertThat(f.path("type_uid").asLong()).isEqualTo(200401);
    assertThat(f.path("time").asLong()).isEqualTo(1772417467000L);
    assertThat(f.path("severity_id").asInt()).isEqualTo(5);
    assertThat(f.path("severity").asText()).isEqualTo("Critical");
    assertThat(f.path("status_id").asInt()).isEqualTo(1);
    assertThat(f.path("metadata").path("version").asText()).isEqualTo("1.6.0");
    assertThat(f.path("metadata").path("product").path("vendor_name").asText()).isNotBlank();
    assertThat(f.path("finding_info").path("title").asText()).contains("RDP reachable through");
  }

  @Test
  void the_finding_is_the_case_and_the_message_is_the_alert() throws IOException {
    Alert alert = alert(rdpByRenamedPlink());
    JsonNode f = finding(alert);

    assertThat(f.at("/finding_info/uid").asText()).isEqualTo(alert.snapshot().id());
    assertThat(f.at("/metadata/correlation_uid").asText()).isEqualTo(alert.snapshot().id());
    assertThat(f.at("/metadata/uid").asText()).isEqualTo(alert.id());
    assertThat(f.at("/metadata/sequence").asLong()).isEqualTo(alert.snapshot().version());
  }

  @Test
  void it_names_the_three_techniques() throws IOException {
    JsonNode attacks = finding(alert(rdpByRenamedPlink())).at("/finding_info/attacks");

    assertThat(attacks.findValuesAsText("uid")).contains("T1572", "T1090.002", "T1021.004");
  }

  @Test
  void device_process_and_server_are_where_ocsf_has_them() throws IOException {
    JsonNode f = finding(alert(rdpByRenamedPlink()));

    assertThat(f.at("/device/hostname").asText()).isEqualTo("dc01.example.com");
    assertThat(f.at("/device/os/type_id").asInt()).isEqualTo(100);
    assertThat(f.at("/evidences/0/process/file/path").asText())
        .isEqualTo("C:\\ProgramData\\svcupd.exe");
    assertThat(f.at("/evidences/0/process/file/hashes/0/algorithm_id").asInt()).isEqualTo(3);
    assertThat(f.at("/evidences/0/process/user/name").asText()).isEqualTo("EXAMPLE\\jo");
    assertThat(f.at("/evidences/0/dst_endpoint/port").asInt()).isEqualTo(443);
  }

  @Test
  void the_unmapped_object_is_as_its_schema_says() throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(Path.of("docs", "alert-unmapped.schema.json")));
    List<Alert> alerts =
        List.of(
            alert(rdpByRenamedPlink()),
            alert(Detections.forward().forwards(RemoteForward.socks("*", 0)).registered()),
            alert(
                Detections.forward()
                    .verdict(Verdict.HIDDEN)
                    .forwards()
                    .configFile("C:\\ProgramData\\c")),
            alert(
                Detections.forward()
                    .forwards(
                        new RemoteForward(null, null, null, null, false, "/tmp/s", "/run/d"))));

    for (Alert alert : alerts) {
      String unmapped = finding(alert).get("unmapped").toString();
      assertThat(schema.validate(unmapped, InputFormat.JSON)).as(unmapped).isEmpty();
    }
  }

  @Test
  void the_schema_refuses_what_it_does_not_know() throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(Path.of("docs", "alert-unmapped.schema.json")));

    assertThat(schema.validate("{\"verdict\":\"none\"}", InputFormat.JSON)).isNotEmpty();
  }

  @Test
  void the_largest_alert_stays_under_200_kb() {
    String huge = "\"\\\u0007".repeat(12_000);
    RemoteForward[] forwards =
        IntStream.range(0, 100)
            .mapToObj(i -> RemoteForward.tcp(huge, 1, huge, 2))
            .toArray(RemoteForward[]::new);
    Alert alert =
        alert(
            Detections.forward()
                .line(huge)
                .user(huge, huge, huge)
                .to(huge, huge, 22)
                .image("C:\\" + huge)
                .parents(huge, huge, huge)
                .forwards(forwards));

    for (Message message : new Renderings().of(alert)) {
      assertThat(message.body().getBytes(StandardCharsets.UTF_8))
          .as(message.topic().toString())
          .hasSizeLessThan(200_000);
    }
  }

  @Test
  void the_same_alert_is_the_same_bytes() {
    assertThat(new OcsfFinding().json(alert(rdpByRenamedPlink())))
        .isEqualTo(new OcsfFinding().json(alert(rdpByRenamedPlink())));
  }
}
