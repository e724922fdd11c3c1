package dev.backflow.cases;

import static dev.backflow.cases.SightingFixtures.sighting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.backflow.commandline.RemoteForward;
import dev.backflow.triage.Detections;
import dev.backflow.triage.Exposure;
import org.junit.jupiter.api.Test;

class CaseKeyTest {
  private static String caseId(Detections detection) {
    return sighting(detection).key().caseId();
  }

  @Test
  void changing_user_program_port_or_exact_target_keeps_the_case() {
    String id = caseId(Detections.forward());

    assertThat(caseId(Detections.forward().user(null, "EXAMPLE", "other"))).isEqualTo(id);
    assertThat(caseId(Detections.forward().renamed("C:\\x.exe"))).isEqualTo(id);
    assertThat(caseId(Detections.forward().forwards(RemoteForward.tcp("*", 9, "127.0.0.1", 3389))))
        .isEqualTo(id);
    assertThat(caseId(Detections.forward().to("root", "203.0.113.7", 22))).isEqualTo(id);
  }

  @Test
  void another_host_server_port_or_exposure_is_another_case() {
    String id = caseId(Detections.forward());

    assertThat(caseId(Detections.forward().host("host-2", "ws042.example.com"))).isNotEqualTo(id);
    assertThat(caseId(Detections.forward().to("u", "203.0.113.8", 22))).isNotEqualTo(id);
    assertThat(caseId(Detections.forward().to("u", "203.0.113.7", 443))).isNotEqualTo(id);
    assertThat(caseId(Detections.forward().forwards(RemoteForward.socks(null, 8080))))
        .isNotEqualTo(id);
  }

  @Test
  void fields_never_run_together() {
    CaseKey a = new CaseKey("ab", "c", "s", 22, Exposure.SOCKS);
    CaseKey b = new CaseKey("a", "bc", "s", 22, Exposure.SOCKS);

    assertThat(a.caseId()).hasSize(32).isNotEqualTo(b.caseId());
  }

  @Test
  void the_case_of_a_servers_name_does_not_matter() {
    assertThat(caseId(Detections.forward().to("u", "VPS.example.net", 22)))
        .isEqualTo(caseId(Detections.forward().to("u", "vps.example.net", 22)));
  }
}
