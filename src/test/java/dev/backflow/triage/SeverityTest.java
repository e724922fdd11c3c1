package dev.backflow.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backflow.commandline.RemoteForward;
import dev.backflow.detection.Verdict;
import dev.backflow.telemetry.HostOs;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worked examples come from the intrusions and the benign world the table was made for. */
class SeverityTest {
  private static final RemoteForward SOCKS = RemoteForward.socks("*", 10400);
  private static final RemoteForward OWN_RDP =
      RemoteForward.tcp("0.0.0.0", 1251, "127.0.0.1", 3389);
  private static final RemoteForward OWN_SSH = RemoteForward.tcp(null, 369, "127.0.0.1", 2222);

  private final Severity severity =
      new Severity(
          TriageSettings.builder()
              .ownDomains(List.of("corp.example.com"))
              .servers(List.of("dc01.example.com"))
              .build());

  private Assessment assess(Detections detection) {
    return severity.assess(detection.build(), Evidence.NONE);
  }

  private static Detections socksToAnAddress() {
    return Detections.forward().forwards(SOCKS).to("root", "203.0.113.184", 22);
  }

  @Test
  void socks_from_a_domain_controller_to_an_address_is_75_high() {
    Assessment a = assess(socksToAnAddress().host("h", "DC01.example.com"));

    assertThat(a.score()).isEqualTo(75);
    assertThat(a.level()).isEqualTo(Level.HIGH);
  }

  @Test
  void the_same_from_a_host_of_unknown_role_is_60_high() {
    Assessment a = assess(socksToAnAddress());

    assertThat(a.score()).isEqualTo(60);
    assertThat(a.level()).isEqualTo(Level.HIGH);
    assertThat(a.arithmetic())
        .isEqualTo(
            "20 reverse forward requested + 25 reverse SOCKS proxy"
                + " + 15 SSH server is a literal IP outside = 60, high");
  }

  @Test
  void socks_through_the_task_service_with_the_key_check_off_is_93_critical() {
    Assessment a =
        assess(
            Detections.forward()
                .forwards(RemoteForward.socks("", 12840))
                .to(null, "203.0.113.9", 443)
                .hostKeyCheckOff()
                .parents("cmd.exe", "svchost.exe"));

    assertThat(a.score()).isEqualTo(93);
    assertThat(a.level()).isEqualTo(Level.CRITICAL);
  }

  @Test
  void an_operating_system_that_calls_itself_a_server_is_one() {
    HostOs server = new HostOs("Windows Server 2022 Datacenter", null, null, null, null, null);

    assertThat(assess(socksToAnAddress().os(server)).score()).isEqualTo(75);
  }

  @Test
  void a_registered_task_that_lends_the_victims_own_sshd_is_critical() {
    Assessment a =
        assess(
            Detections.forward()
                .registered()
                .image("C:\\ProgramData\\sshd\\ssh.exe")
                .forwards(OWN_SSH)
                .to("root", "203.0.113.129", 22)
                .keyFile("C:\\ProgramData\\sshd\\config\\keys\\id_rsa")
                .hostKeyCheckOff());

    assertThat(a.score()).isGreaterThanOrEqualTo(80);
    assertThat(a.level()).isEqualTo(Level.CRITICAL);
  }

  @Test
  void rdp_by_plink_from_a_web_server_with_a_piped_yes_is_critical() {
    Assessment a =
        assess(
            Detections.forward()
                .plink()
                .forwards(OWN_RDP)
                .to("forward", "203.0.113.182", 22)
                .hostKeyCheckOff()
                .inlinePassword()
                .parents("cmd.exe", "powershell.exe", "w3wp.exe"));

    assertThat(a.score()).isGreaterThanOrEqualTo(80);
    assertThat(a.level()).isEqualTo(Level.CRITICAL);
  }

  @Test
  void another_hosts_rdp_by_a_renamed_plink_in_temp_is_critical() {
    Assessment a =
        assess(
            Detections.forward()
                .plink()
                .renamed("C:\\Windows\\Temp\\ekern.exe")
                .forwards(RemoteForward.tcp("203.0.113.84", 49800, "192.0.2.50", 3389))
                .to("admin1", "203.0.113.84", 443)
                .inlinePassword());

    assertThat(a.score()).isGreaterThanOrEqualTo(80);
    assertThat(a.has("other-host")).isTrue();
  }

  @Test
  void a_remote_editor_to_an_own_host_is_20_low() {
    Assessment a =
        assess(
            Detections.forward()
                .forwards(RemoteForward.tcp(null, 52698, "localhost", 52698))
                .to("u", "build.corp.example.com", 22));

    assertThat(a.score()).isEqualTo(20);
    assertThat(a.level()).isEqualTo(Level.LOW);
  }

  @Test
  void a_public_relay_from_a_laptop_is_medium() {
    Assessment a =
        assess(
            Detections.forward()
                .forwards(RemoteForward.tcp(null, 80, "127.0.0.1", 8000))
                .to(null, "serveo.net", 22)
                .hostKeyCheckOff());

    assertThat(a.score()).isBetween(40, 50);
    assertThat(a.level()).isEqualTo(Level.MEDIUM);
  }

  @Test
  void a_developer_port_of_another_host_is_no_developer_port() {
    Assessment a =
        assess(Detections.forward().forwards(RemoteForward.tcp(null, 7890, "192.0.2.77", 7890)));

    assertThat(a.has("developer")).isFalse();
    assertThat(a.has("other-host")).isTrue();
  }

  @Test
  void weak_signs_count_together_at_most_15() {
    Assessment a =
        assess(
            Detections.forward()
                .to("u", "203.0.113.7", 443)
                .hostKeyCheckOff()
                .inlinePassword()
                .keyFile("C:\\keys\\id"));

    assertThat(
            a.findings().stream()
                .filter(f -> List.of("host-key", "password", "key-file", "port").contains(f.code()))
                .mapToInt(Finding::points)
                .sum())
        .isEqualTo(15);
  }

  @Test
  void a_forward_of_an_admin_port_to_an_outside_name_is_at_least_medium() {
    Assessment a = assess(Detections.forward().forwards(OWN_RDP).to("u", "vps.example.net", 22));

    assertThat(a.level()).isGreaterThanOrEqualTo(Level.MEDIUM);
  }

  @Test
  void one_aggravating_sign_lifts_it_to_high_and_the_arithmetic_says_so() {
    Assessment a =
        assess(Detections.forward().forwards(OWN_RDP).to("u", "serveo.net", 22).hostKeyCheckOff());

    assertThat(a.score()).isLessThan(55);
    assertThat(a.level()).isEqualTo(Level.HIGH);
    assertThat(a.arithmetic()).endsWith("= 53, high (floor high)");
  }

  @Test
  void confirmed_use_of_an_admin_forward_is_critical_whatever_the_sum() {
    Evidence used = new Evidence(false, false, Use.CONFIRMED, 0, false, Set.of());

    Assessment a =
        severity.assess(
            Detections.forward().forwards(OWN_RDP).to("u", "a.example.net", 22).build(), used);

    assertThat(a.level()).isEqualTo(Level.CRITICAL);
  }

  @Test
  void socks_used_to_three_endpoints_is_critical_to_two_is_high() {
    var detection = Detections.forward().forwards(SOCKS).to("u", "serveo.net", 22).build();

    Assessment two =
        severity.assess(detection, new Evidence(false, false, Use.CONFIRMED, 2, true, Set.of()));
    Assessment three =
        severity.assess(detection, new Evidence(false, false, Use.CONFIRMED, 3, true, Set.of()));

    assertThat(two.level()).isEqualTo(Level.HIGH);
    assertThat(three.level()).isEqualTo(Level.CRITICAL);
  }

  @Test
  void the_same_server_from_two_hosts_counts_but_not_for_a_relay() {
    Evidence related = new Evidence(false, false, Use.NOT_SEEN, 0, false, Set.of("other"));

    assertThat(severity.assess(Detections.forward().build(), related).has("scope")).isTrue();
    assertThat(
            severity
                .assess(Detections.forward().to(null, "serveo.net", 22).build(), related)
                .has("scope"))
        .isFalse();
  }

  @Test
  void failing_at_once_takes_ten_off_but_never_below_zero() {
    Evidence failed = new Evidence(false, false, Use.NOT_SEEN, 0, true, Set.of());

    Assessment a = severity.assess(Detections.forward().build(), failed);

    assertThat(a.score()).isEqualTo(40);
    assertThat(a.arithmetic()).contains(" - 10 ended with failure at once = 40");
  }

  @Test
  void an_attempt_alone_is_low_but_not_when_renamed() {
    Detections attempt = Detections.forward().verdict(Verdict.ATTEMPT).forwards(OWN_RDP);

    assertThat(assess(attempt).level()).isEqualTo(Level.LOW);
    assertThat(assess(attempt).arithmetic()).endsWith("(an attempt alone is low)");
    assertThat(assess(attempt.renamed("C:\\Users\\jo\\x.exe")).level()).isEqualTo(Level.CRITICAL);
  }

  @Test
  void a_hidden_configuration_opens_a_medium_case_only_with_a_sign_of_hiding() {
    Detections hidden = Detections.forward().verdict(Verdict.HIDDEN).forwards();
    Assessment plain = assess(hidden.configFile("D:\\work\\ssh.cfg"));

    assertThat(Disposition.of(hidden.build(), plain).opensCase()).isFalse();

    Detections inTemp = hidden.configFile("C:\\ProgramData\\x.cfg");
    Assessment signed = assess(inTemp);
    assertThat(Disposition.of(inTemp.build(), signed).opensCase()).isTrue();
    assertThat(signed.level()).isEqualTo(Level.MEDIUM);
  }

  @ParameterizedTest
  @CsvSource({
    "S-1-5-18,NT AUTHORITY,SYSTEM,true",
    ",NT AUTHORITY,LOCAL SERVICE,true",
    ",EXAMPLE,WS042$,true",
    ",IIS APPPOOL,DefaultAppPool,true",
    "S-1-5-21-1-2-3-1001,EXAMPLE,jo,false",
  })
  void service_accounts_are_told_by_sid_before_name(
      String sid, String domain, String name, boolean expected) {
    assertThat(assess(Detections.forward().user(sid, domain, name)).has("service-account"))
        .isEqualTo(expected);
  }
}
