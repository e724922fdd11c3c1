package dev.backflow.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backflow.commandline.Program;
import dev.backflow.detection.Detection.Identification;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which program is it? By name, by version resource, by shape, and what is never taken for one. */
class IdentificationTest {
  private static final String FORWARD = " -N -R 8080:localhost:80 u@h.example.com";

  private final CommandLineDecider decider = new CommandLineDecider();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "C:\\Windows\\System32\\OpenSSH\\ssh.exe",
        "C:/Program Files/Git/usr/bin/ssh.exe",
        "\\Device\\HarddiskVolume3\\Windows\\System32\\OpenSSH\\ssh.exe",
        "\\??\\C:\\Windows\\System32\\OpenSSH\\SSH.EXE",
        "\"C:\\Windows\\System32\\OpenSSH\\ssh.exe\"",
        "ssh",
        "C:ssh.exe",
        "C:\\Users\\u\\Downloads\\ssh (1).exe"
      })
  void ssh_is_known_by_its_name_in_any_spelling(String image) {
    Decision decision = decider.decide(Subject.of(image, null, "x" + FORWARD));
    assertThat(decision.program()).isEqualTo(Program.OPENSSH);
    assertThat(decision.identification()).isEqualTo(Identification.IMAGE_NAME);
    assertThat(decision.verdict()).isEqualTo(Verdict.FORWARD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plink.exe",
        "PLINK",
        "putty.exe",
        "putty-0.81-x64.exe",
        "plink (2).exe",
        "klink.exe",
        "kitty.exe",
        "kitty_portable.exe",
        "TortoiseGitPlink.exe",
        "TortoisePlink.exe"
      })
  void the_putty_family_is_known_by_its_names(String image) {
    Decision decision = decider.decide(Subject.of("D:\\t\\" + image, null, "x" + FORWARD));
    assertThat(decision.program()).isEqualTo(Program.PLINK);
    assertThat(decision.identification()).isEqualTo(Identification.IMAGE_NAME);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "puttygen.exe",
        "pageant.exe",
        "ssh-keygen.exe",
        "ssh-add.exe",
        "sshd.exe",
        "ssh-keyscan.exe",
        "sftp-server.exe",
        "plinky.exe",
        "sshuttle.exe"
      })
  void relatives_are_no_clients_by_name(String image) {
    assertThat(decider.decide(Subject.of(image, null, "x -R host.example.com")).program()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "Plink, , , PLINK",
    "PuTTY, , , PLINK",
    "TortoiseGitPlink.exe, , , PLINK",
    ", 'Command-line SSH, Telnet, and Rlogin client', , PLINK",
    ", 'SSH, Telnet, Rlogin, and SUPDUP client', , PLINK",
    ", , OpenSSH for Windows, OPENSSH"
  })
  void a_renamed_client_is_known_by_its_version_resource(
      @Nullable String original,
      @Nullable String description,
      @Nullable String product,
      Program program) {
    Subject subject =
        new Subject(
            "C:\\Users\\Public\\svchost.exe",
            original,
            description,
            product,
            null,
            null,
            "svchost -R 8080:localhost:80 h",
            List.of());
    Decision decision = decider.decide(subject);
    assertThat(decision.program()).isEqualTo(program);
    assertThat(decision.identification()).isEqualTo(Identification.VERSION_RESOURCE);
    assertThat(decision.reasons().get(0).meaning()).contains("version resource");
  }

  @Test
  void plink_under_the_name_of_ssh_is_read_as_plink() {
    Decision decision =
        decider.decide(Subject.of("C:\\t\\ssh.exe", "Plink", "ssh -NR 8080:localhost:80 u@h"));
    assertThat(decision.program()).isEqualTo(Program.PLINK);
    assertThat(decision.identification()).isEqualTo(Identification.VERSION_RESOURCE);
    assertThat(decision.verdict()).isEqualTo(Verdict.ATTEMPT);
  }

  @Test
  void kittys_tools_keep_puttys_resources_and_are_not_renamed() {
    Decision klink =
        decider.decide(
            Subject.of("klink.exe", "Plink", "klink -pass x -R 8080:localhost:80 u@h.example.com"));
    assertThat(klink.identification()).isEqualTo(Identification.IMAGE_NAME);
    assertThat(klink.verdict()).isEqualTo(Verdict.FORWARD);
  }

  @Test
  void other_tools_of_openssh_carry_its_product_name_and_are_no_ssh() {
    Subject sshd =
        new Subject(
            "C:\\x\\sshd.exe", null, null, "OpenSSH for Windows", null, null, "sshd -R", List.of());
    assertThat(decider.decide(sshd).program()).isNull();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "svc -R 8080:localhost:80 h",
        "svc -NR 8080:localhost:80 h",
        "svc -o \"RemoteForward 8080 localhost:80\" h",
        "svc -oRemoteForward=1080 h",
        "svc -N -R 1080 u@h",
        "svc -R 1080 -l u -p 443 h",
        "svc \"-\"R 8080:localhost:80 u@h",
        "svc -ssh -P 443 -l a -pw x -R 1.2.3.4:49800:10.0.0.1:3389 1.2.3.4"
      })
  void a_renamed_client_is_known_by_the_shape_of_its_arguments(String line) {
    Decision decision = decider.decide(Subject.of("C:\\Users\\Public\\svc.exe", null, line));
    assertThat(decision.verdict()).isEqualTo(Verdict.FORWARD);
    assertThat(decision.identification()).isEqualTo(Identification.SHAPE);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "C:\\Git\\usr\\bin\\chmod.exe | chmod -R 755 www",
        "C:\\Git\\usr\\bin\\chmod.exe | chmod -R 8080:localhost:80 u@h",
        "busybox.exe | busybox -NR 1080 u@h",
        "C:\\x\\app.exe | app -R 755 www",
        "C:\\x\\app.exe | app -R 755 u@h",
        "C:\\x\\app.exe | app -N -R 755 www",
        "C:\\x\\app.exe | app -N -R 8080:localhost:80 C:\\www",
        "C:\\x\\app.exe | app -R 8080:localhost:80 www/html",
        "C:\\x\\app.exe | app -R 8080:localhost:99999 u@h",
        "C:\\x\\app.exe | app --reverse -R 8080:localhost:80 u@h",
        "C:\\x\\xcopy.exe | xcopy a b -o RemoteForward",
        "ssh-keygen.exe | ssh-keygen -R 8080:localhost:80"
      })
  void the_shape_of_other_tools_is_left_alone(String image, String line) {
    assertThat(decider.decide(Subject.of(image, null, line)).verdict()).isEqualTo(Verdict.NONE);
  }

  @Test
  void without_an_image_the_first_argument_names_the_program() {
    assertThat(decider.decide(Subject.of("  C:\\x\\plink.exe" + FORWARD)).program())
        .isEqualTo(Program.PLINK);
    assertThat(decider.decide(Subject.of("%temp%\\ssh" + FORWARD)).program())
        .isEqualTo(Program.OPENSSH);
    assertThat(decider.decide(Subject.of("\"C:\\O\\\"ssh.exe" + FORWARD)).program())
        .isEqualTo(Program.OPENSSH);
  }

  @Test
  void a_client_under_the_name_of_a_wrapper_is_still_found() {
    Decision decision =
        decider.decide(Subject.of("C:\\Users\\Public\\conhost.exe", null, "conhost.exe" + FORWARD));
    assertThat(decision.verdict()).isEqualTo(Verdict.FORWARD);
    assertThat(decision.wrappedBy()).isEmpty();
  }
}
