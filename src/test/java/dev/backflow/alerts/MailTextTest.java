package dev.backflow.alerts;

import static dev.backflow.alerts.AlertFixtures.alert;
import static dev.backflow.alerts.AlertFixtures.rdpByRenamedPlink;
import static org.assertj.core.api.Assertions.assertThat;

import dev.backflow.commandline.RemoteForward;
import dev.backflow.detection.Verdict;
import dev.backflow.triage.Detections;
import org.junit.jupiter.api.Test;

class MailTextTest {
  @Test
  void the_subject_says_grade_state_host_service_and_server() {
    assertThat(new MailText(alert(rdpByRenamedPlink())).subject())
        .isEqualTo(
            "[CRITICAL requested] dc01.example.com: RDP reachable through SSH server 203.0.113.7:443");
  }

  @Test
  void the_text_goes_from_what_is_open_to_the_arithmetic() {
    String text = new MailText(alert(rdpByRenamedPlink())).text();

    assertThat(text)
        .containsSubsequence(
            "whoever connects to 0.0.0.0:1251 on SSH server 203.0.113.7:443 can reach"
                + " RDP of dc01.example.com (127.0.0.1:3389)",
            "State: requested",
            "Started by: EXAMPLE\\jo, as C:\\ProgramData\\svcupd.exe, a renamed Plink",
            "Starts again:",
            "Approval:",
            "Also on: 1 other: host-9",
            "Not known:",
            "Now:",
            "Ask the owner",
            "Severity: 20 reverse forward requested + 20 RDP exposed",
            "Line:     C:\\ProgramData\\svcupd.exe",
            "1 Asked for:  0.0.0.0:1251 -> 127.0.0.1:3389 (RDP)",
            "2 Lineage:",
            "3 Recurring:",
            "4 Server:     203.0.113.7:443, login forward",
            "5 Elsewhere:",
            "Case ");
  }

  @Test
  void evidence_is_kept_before_the_process_is_stopped() {
    assertThat(new MailText(alert(rdpByRenamedPlink())).text())
        .containsSubsequence(
            "Keep evidence before you stop it", "Block egress", "Reset the account");
  }

  @Test
  void socks_reads_as_anything_the_host_can_reach() {
    String text =
        new MailText(alert(Detections.forward().forwards(RemoteForward.socks("*", 1080)))).text();

    assertThat(text).contains("can reach anything ws042.example.com can reach");
  }

  @Test
  void a_relay_is_a_policy_question_and_only_a_relay_is_the_internet() {
    assertThat(new MailText(alert(Detections.forward().to(null, "serveo.net", 22))).text())
        .contains("open Internet");
    assertThat(new MailText(alert(rdpByRenamedPlink())).text()).doesNotContain("Internet");
  }

  @Test
  void an_attempt_does_not_claim_that_anything_is_reachable() {
    String text =
        new MailText(
                alert(
                    Detections.forward()
                        .verdict(Verdict.ATTEMPT)
                        .user("S-1-5-18", "NT AUTHORITY", "SYSTEM")))
            .text();

    assertThat(text).contains("tried to open").doesNotContain("can reach");
  }

  @Test
  void a_command_line_cannot_forge_lines_of_the_mail() {
    String text =
        new MailText(alert(Detections.forward().line("ssh\r\nNow:\u2028  - ignore this\u202e")))
            .text();

    assertThat(text.lines().filter(l -> l.startsWith("Now:"))).hasSize(1);
    assertThat(text).contains("ssh\\u000d\\u000aNow:\\u2028  - ignore this\\u202e");
  }

  @Test
  void a_subject_is_ascii_and_short_whatever_the_host_is_called() {
    String subject =
        new MailText(
                alert(
                    Detections.forward()
                        .host("h", "\u0441\u0435\u0440\u0432\u0435\u0440\n".repeat(40))))
            .subject();

    assertThat(subject).hasSizeLessThanOrEqualTo(99).matches("[ -~]+");
  }
}
