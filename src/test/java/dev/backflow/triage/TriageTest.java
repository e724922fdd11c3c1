package dev.backflow.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backflow.commandline.RemoteForward;
import dev.backflow.telemetry.Source;
import dev.backflow.telemetry.SourceLimits;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TriageTest {
  private final EvidenceStore twoHosts = (tenant, scope) -> Set.of("host-1", "host-9");
  private final Triage triage = new Triage(TriageSettings.defaults(), twoHosts);

  @Test
  void other_hosts_with_the_same_server_are_related_and_the_own_host_is_not() {
    assertThat(triage.triage("t", Detections.forward().build()).relatedHosts())
        .containsExactly("host-9");
  }

  @Test
  void a_relay_relates_nobody() {
    assertThat(
            triage
                .triage("t", Detections.forward().to(null, "serveo.net", 22).build())
                .relatedHosts())
        .isEmpty();
  }

  @Test
  void the_hash_of_a_client_in_its_home_joins_nothing_that_of_a_renamed_one_does() {
    assertThat(triage.triage("t", Detections.forward().build()).scopes())
        .noneMatch(s -> s.kind() == Scope.Kind.SHA256);
    assertThat(triage.triage("t", Detections.forward().renamed("C:\\x\\y.exe").build()).scopes())
        .anyMatch(s -> s.kind() == Scope.Kind.SHA256);
  }

  @Test
  void the_widest_exposure_names_the_case() {
    Triaged both =
        triage.triage(
            "t",
            Detections.forward()
                .forwards(RemoteForward.tcp(null, 1, "localhost", 2), RemoteForward.socks(null, 3))
                .build());

    assertThat(both.exposure()).isEqualTo(Exposure.SOCKS);
  }

  @Test
  void the_hosts_own_name_and_address_are_the_host_itself() {
    Detections d = Detections.forward().host("h", "WS042.example.com");

    assertThat(exposure(d.forwards(RemoteForward.tcp(null, 1, "ws042", 445))))
        .isEqualTo(Exposure.OWN_HOST);
    assertThat(exposure(d.forwards(RemoteForward.tcp(null, 1, "192.0.2.10", 445))))
        .isEqualTo(Exposure.OWN_HOST);
    assertThat(exposure(d.forwards(RemoteForward.tcp(null, 1, "ws043", 445))))
        .isEqualTo(Exposure.OTHER_HOST);
  }

  @Test
  void what_the_record_cannot_show_is_said() {
    assertThat(triage.triage("t", Detections.forward().build()).gaps())
        .first()
        .asString()
        .contains("only the start of the process");
  }

  @Test
  void what_the_source_cannot_show_is_said_in_the_words_of_the_documentation() {
    assertThat(triage.triage("t", Detections.forward().build()).gaps())
        .containsAll(
            SourceLimits.of(Source.SYSMON).gaps().stream().map(SourceLimits.Gap::text).toList());
  }

  @Test
  void a_registration_says_that_nothing_is_known_to_have_run() {
    assertThat(triage.triage("t", Detections.forward().registered().build()).gaps().get(0))
        .contains("only its registration was read");
  }

  private Exposure exposure(Detections d) {
    return triage.triage("t", d.build()).exposure();
  }
}
