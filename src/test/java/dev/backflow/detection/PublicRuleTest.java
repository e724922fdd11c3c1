package dev.backflow.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The public rules fire as theirs do: rows asked of their own text. */
class PublicRuleTest {

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "ssh.exe | ssh -R 8080:localhost:80 u@h | ELASTIC SIGMA_SSH_FORWARDING",
        "ssh.exe | ssh -R8080:localhost:80 u@h | ELASTIC",
        "ssh.exe | ssh -2R 8080:localhost:80 u@h | -",
        "ssh.exe | ssh -fNTR 8080:localhost:80 u@h | ELASTIC",
        "ssh.exe | ssh -oRemoteForward=1080 u@h | ELASTIC",
        "ssh.exe | ssh -NoRemoteForward=1080 u@h | -",
        "ssh.exe | ssh -o BatchMode=yes u@h grep RemoteForward f | ELASTIC",
        "ssh.exe | ssh -R 0:localhost:3389 u@h | ELASTIC SIGMA_SSH_FORWARDING SIGMA_SSH_RDP",
        "ssh.exe | ssh -L 13389:dc01:3389 u@h | SIGMA_SSH_RDP",
        "ssh.exe | ssh u@h rm -r /tmp/x | SIGMA_SSH_FORWARDING",
        "ssh.exe | ssh /R 8080:localhost:80 u@h | SIGMA_SSH_FORWARDING",
        "svchost.exe | svchost -R 8080:localhost:80 u@h | -"
      })
  void a_line_of_ssh_fires_these(String image, String line, String fires) {
    assertThat(fired(Subject.of("C:\\x\\" + image, null, line))).isEqualTo(fires);
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "plink.exe | plink -N -R 8080:localhost:80 u@h | ELASTIC SIGMA_PLINK_FORWARDING",
        "plink.exe | plink u@h rm -r /tmp/x | SIGMA_PLINK_FORWARDING",
        "plink.exe | plink -P 443 -L 1:a:3389 h | SIGMA_PLINK_TUNNELING",
        "plink.exe | plink -L 1:127.0.0.1:3389 h | SIGMA_PLINK_TUNNELING",
        "p.exe | p u@h uptime | SIGMA_RENAMED_PLINK",
        "p.exe | p -N -R 1:a:2 h | ELASTIC SIGMA_PLINK_FORWARDING SIGMA_RENAMED_PLINK"
      })
  void a_line_of_plink_fires_these(String image, String line, String fires) {
    Subject subject =
        new Subject(
            "C:\\x\\" + image,
            "Plink",
            "Command-line SSH, Telnet, and Rlogin client",
            null,
            null,
            null,
            line,
            List.of());
    assertThat(fired(subject)).isEqualTo(fires);
  }

  private static String fired(Subject subject) {
    String fired =
        Arrays.stream(PublicRule.values())
            .filter(r -> r.fires(subject))
            .map(Enum::name)
            .collect(Collectors.joining(" "));
    return fired.isEmpty() ? null : fired;
  }
}
