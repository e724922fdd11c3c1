package dev.backflow.lambda.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens around a snapshot, by the hooks of the real runtime client. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the runtime client is native to Linux")
@ExtendWith(UnpackedPackage.class)
class SnapshotIT {
  /** A port that answers no one: whatever priming asked of a service would fail. */
  private static final String NOWHERE = "http://127.0.0.1:1";

  @ParameterizedTest
  @ValueSource(strings = {"ExportFunction", "StreamFunction", "NotifyFunction"})
  void a_function_is_primed_before_its_snapshot_and_asks_nothing_of_anyone(
      String function, Path unpacked) throws Exception {
    Map<String, String> environment = new HashMap<>();
    environment.put("AWS_ENDPOINT_URL", NOWHERE);
    environment.put("BACKFLOW_TENANTS", "acme");
    environment.put("BACKFLOW_TABLE", "none");
    environment.put("BACKFLOW_SIDELINE_BUCKET", "none");
    for (String topic : new String[] {"MACHINE", "MAIL", "CHAT"}) {
      environment.put("BACKFLOW_" + topic + "_TOPIC", "none");
    }
    try (LambdaProcess process =
        LambdaProcess.startFromSnapshot(unpacked, "dev.backflow.lambda." + function, environment)) {
      assertThat(process.invoke("{\"Records\":[]}"))
          .isEqualTo(new RuntimeApi.Answer(true, "{\"batchItemFailures\":[]}"));
      assertThat(process.restores()).isEqualTo(1);
      assertThat(process.log()).containsOnlyOnce("primed: records=4");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ExportFunction", "StreamFunction", "NotifyFunction"})
  void a_deployment_without_its_settings_fails_at_once_and_names_what_is_missing(
      String function, Path unpacked) throws Exception {
    try (LambdaProcess process =
        LambdaProcess.start(unpacked, "dev.backflow.lambda." + function, Map.of())) {
      RuntimeApi.Answer answer = process.invoke("{\"Records\":[]}");

      assertThat(answer.success()).isFalse();
      assertThat(answer.body()).contains("BACKFLOW_TENANTS is not set");
    }
  }
}
