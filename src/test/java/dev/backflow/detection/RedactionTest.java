package dev.backflow.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backflow.telemetry.Event;
import dev.backflow.telemetry.ProcessInfo;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that leaves the room shows a secret, whichever line it stood on. */
class RedactionTest {
  private final ReverseForwardDetector detector = new ReverseForwardDetector();
  private final CommandLineDecider decider = new CommandLineDecider();

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "plink -pw %s -R 1:a:1 h",
        "plink -pw \"%s\" -R 1:a:1 h %s",
        "cmd /c \"echo %s | plink -pw %s -R 1:a:1 h\"",
        "plink -R 1:a:1 h -pw %s -R",
        "plink -R 1080 -pw %s h",
        "ssh -o \"ProxyCommand=plink -pw %s -nc %%h:%%p j\" -R 1:a:1 h",
        "sshpass -p %s ssh -R 1:a:1 h",
        "schtasks /create /tn x /ru u /rp %s /tr \"ssh -R 1:a:1 h\" /sc onstart",
        "plink -proxycmd \"curl -u me:%s http://p\" -R 1:a:1 h"
      })
  void a_secret_on_a_line_is_in_no_decision_and_no_explanation(String pattern) {
    String secret = "Zq7@#$!(/w";
    String line = pattern.replace("%s", secret).replace("%%", "%");
    assertThat(decider.decideAll(Subject.of(line)).toString()).doesNotContain(secret);
    assertThat(decider.explain(Subject.of(line)).toString()).doesNotContain(secret);
    assertThat(detector.detect(Events.started(null, line)).toString()).doesNotContain(secret);
  }

  @Test
  void what_is_registered_is_redacted_like_what_runs() {
    String secret = "Zq7@#$!(/w";
    String line = "plink -pw " + secret + " -R 1:a:1 h";
    String key = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run";
    for (Event event : List.of(Events.autostart("task", line), Events.registry(key, "x", line))) {
      List<Detection> detections = detector.detect(event);
      assertThat(detections).hasSize(1);
      assertThat(detections.toString()).doesNotContain(secret).contains("[REDACTED]");
    }
  }

  @Test
  void all_else_stays_as_it_was() {
    ProcessInfo process =
        ProcessInfo.builder()
            .entityId("e")
            .pid(7L)
            .executable("C:\\t\\plink.exe")
            .commandLine("plink -pw x1y2z3 -R 1:a:1 h")
            .workingDirectory("C:\\t")
            .build();
    Detection detection = detector.detect(Events.started(process)).get(0);
    Event.ProcessStarted event = (Event.ProcessStarted) detection.event();
    assertThat(event.process())
        .isEqualTo(process.toBuilder().commandLine("plink -pw [REDACTED] -R 1:a:1 h").build());
    assertThat(detection.forwards()).hasSize(1);
    assertThat(detection.destination().host()).isEqualTo("h");
  }
}
