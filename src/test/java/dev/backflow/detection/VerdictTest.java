package dev.backflow.detection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictTest {
  private final CommandLineDecider decider = new CommandLineDecider();

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "ssh -F C:\\Temp\\tunnel.cfg h",
        "ssh -F tunnel.cfg h",
        "ssh -F C:\\Users\\u\\.ssh\\..\\..\\Public\\c h",
        "ssh -F C:\\ProgramData\\sshd\\config h",
        "ssh -F \\\\server\\share\\.ssh\\config h",
        "plink -load tunnel",
        "plink -N -load tunnel u@h",
        "putty -load tunnel",
        "putty.exe @my tunnel"
      })
  void a_file_or_session_of_ones_own_may_hide_a_forward(String line) {
    Decision decision = decider.decide(Subject.of(line));
    assertThat(decision.verdict()).isEqualTo(Verdict.HIDDEN);
    assertThat(decision.reasons())
        .anyMatch(r -> r.argument() != null && r.meaning().contains("does not show"));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "ssh -F none h",
        "ssh -F NUL h",
        "ssh -F /dev/null h",
        "ssh -F C:\\Users\\u\\.ssh\\work.conf h",
        "ssh -F C:/Users/u/.ssh/config h",
        "ssh -F ~/.ssh/config h",
        "ssh -F %USERPROFILE%\\.ssh\\config h",
        "ssh -F C:\\ProgramData\\ssh\\ssh_config h",
        "ssh -G -F C:\\Temp\\tunnel.cfg h",
        "ssh -F C:\\Temp\\tunnel.cfg",
        "ssh -oClearAllForwardings=yes -F C:\\Temp\\tunnel.cfg h",
        "plink u@h uptime"
      })
  void a_file_of_the_profile_or_the_machine_and_no_file_hide_nothing(String line) {
    assertThat(decider.decide(Subject.of(line)).verdict()).isEqualTo(Verdict.NONE);
  }

  @Test
  void a_forward_on_the_line_outweighs_a_file() {
    assertThat(decider.decide(Subject.of("ssh -F x.cfg -R 1080 h")).verdict())
        .isEqualTo(Verdict.FORWARD);
    assertThat(decider.decide(Subject.of("ssh -F x.cfg -R 1080: h:1:2:3:4 -Z")).verdict())
        .isEqualTo(Verdict.ATTEMPT);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "ssh /R 8080:localhost:80 u@h",
        "ssh \u2013R 8080:localhost:80 u@h",
        "ssh \u2014R8080:localhost:80 u@h",
        "plink /R 8080:localhost:80 u@h"
      })
  void an_option_behind_the_wrong_dash_is_an_attempt(String line) {
    assertThat(decider.decide(Subject.of(line)).verdict()).isEqualTo(Verdict.ATTEMPT);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "ssh /r host",
        "ssh /R 755 www",
        "ssh -V -R 8080:localhost:80 u@h",
        "ssh -G -R 8080:localhost:80 u@h",
        "ssh -O cancel -R 8080:localhost:80 u@h",
        "ssh -W a:22 -R 8080:localhost u@h -oClearAllForwardings=yes",
        "plink -telnet -R 8080:localhost:80 h",
        "scp -o \"RemoteForward 8080 localhost:80\" f u@h:",
        "sftp -R 64 u@h",
        "ssh -x -oClearAllForwardings=yes -oRemoteForward=1080 -s -- h sftp"
      })
  void what_the_line_itself_switches_off_is_none(String line) {
    Decision decision = decider.decide(Subject.of(line));
    assertThat(decision.verdict()).isEqualTo(Verdict.NONE);
    assertThat(decision.reasons()).isNotEmpty();
  }

  @Test
  void a_decision_names_the_arguments_it_rests_on() {
    Decision decision = decider.decide(Subject.of("ssh -R 8080:h:80 -oClearAllForwardings=yes h"));
    assertThat(decision.reasons())
        .anySatisfy(
            r -> {
              assertThat(r.argument()).isEqualTo(3);
              assertThat(r.text()).isEqualTo("-oClearAllForwardings=yes");
              assertThat(r.meaning()).contains("drops every forward");
            });
    assertThat(decision.attempted()).hasSize(1);
  }

  @Test
  void of_several_commands_the_gravest_counts() {
    Decision decision =
        decider.decide(Subject.of("cmd /c \"ssh h uptime & ssh -N -R 8080:localhost:80 u@h\""));
    assertThat(decision.verdict()).isEqualTo(Verdict.FORWARD);
    assertThat(decision.kind()).isEqualTo(Detection.Kind.LAUNCHED_BY_WRAPPER);
  }

  @Test
  void a_splitter_that_would_decide_otherwise_is_named() {
    Decision decision =
        decider.decide(Subject.of("ssh.exe -i \"k\"\" -R 1234:a:46349 x\" h.example.com"));
    assertThat(decision.verdict()).isEqualTo(Verdict.NONE);
    assertThat(decision.reasons()).anyMatch(r -> r.meaning().contains("CommandLineToArgvW"));
  }

  @Test
  void each_splitter_that_would_decide_otherwise_is_named_apart() {
    Decision decision =
        decider.decide(Subject.of("\"C:\\OpenSSH\\\"ssh.exe -R 8080:localhost:80 u@h"));
    assertThat(decision.verdict()).isEqualTo(Verdict.FORWARD);
    assertThat(decision.reasons())
        .noneMatch(r -> r.meaning().contains("CommandLineToArgvW"))
        .anyMatch(r -> r.meaning().contains("Elastic's ingest pipeline"));
  }

  @Test
  void no_line_is_too_odd_to_decide() {
    for (String line :
        new String[] {"", " ", "\"", "\0", "ssh", "ssh -", "ssh --", "plink", "-R", "ssh -R"}) {
      assertThat(decider.decideAll(Subject.of(line))).as("<" + line + ">").isNotEmpty();
    }
  }
}
