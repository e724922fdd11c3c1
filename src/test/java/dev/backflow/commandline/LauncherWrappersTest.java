package dev.backflow.commandline;

import static dev.backflow.commandline.Unwrapped.inside;
import static dev.backflow.commandline.Unwrapped.lines;
import static dev.backflow.commandline.Unwrapped.only;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LauncherWrappersTest {
  private static final String SSH = "ssh -N -R 8080:localhost:80 u@h.example.com";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "wmic process call create \"" + SSH + "\" | wmic",
        "wmic process call create '" + SSH + "' | wmic",
        "wmic process call create \"cmd /c " + SSH + "\" | wmic",
        "WMIC /node:192.0.2.4 /user:D\\u /password:\"p q\" process call create \""
            + SSH
            + "\" | wmic",
        "wmic process call create \"" + SSH + "\",\"C:\\Temp\" | wmic",
        "wmic process call create " + SSH + " | wmic",
        "forfiles /p c:\\windows\\system32 /m notepad.exe /c \"" + SSH + "\" | forfiles",
        "forfiles /c \"cmd /c 0x22" + SSH + "0x22\" | forfiles",
        "pcalua.exe -a ssh -c -N -R 8080:localhost:80 u@h.example.com | pcalua",
        "pcalua -a ssh -c \"-N -R 8080:localhost:80 u@h.example.com\" | pcalua",
        "pcalua -a \"" + SSH + "\" | pcalua",
        "conhost " + SSH + " | conhost",
        "conhost.exe --headless --width 80 --height 20 " + SSH + " | conhost",
        "conhost --headless cmd /c \"" + SSH + "\" | conhost",
        "mshta vbscript:CreateObject(\"WScript.Shell\").Run(\""
            + SSH
            + "\",0)(window.close) | mshta",
        "mshta \"vbscript:CreateObject(\"\"WScript.Shell\"\").Run(\"\"" + SSH + "\"\",0)\" | mshta",
        "mshta \"javascript:new ActiveXObject('WScript.Shell').Run('"
            + SSH
            + "');close()\" | mshta",
        "mshta vbscript:Execute(\"x\"):CreateObject(\"WScript.Shell\").Exec(\"ss\" & \"h -N -R"
            + " 8080:localhost:80 u@h.example.com\") | mshta",
        "mshta vbscript:CreateObject(\"Shell.Application\").ShellExecute(\"ssh\",\"-N -R"
            + " 8080:localhost:80 u@h.example.com\",\"\",\"\",0) | mshta",
        "wscript //e:vbscript x:CreateObject(\"WScript.Shell\").Run \"" + SSH + "\" | wscript",
        "mshta vbscript:Execute(\"CreateObject(\"\"WScript.Shell\"\").Run \"\""
            + SSH
            + "\"\",0\") | mshta",
        "mshta javascript:new%20ActiveXObject(\"WScript.Shell\").Run(\"ssh%20-N -R"
            + " 8080:localhost:80 u@h.example.com\") | mshta",
        "rundll32.exe javascript:\"\\..\\mshtml,RunHTMLApplication \";new"
            + " ActiveXObject(\"WScript.Shell\").Run(\""
            + SSH
            + "\") | rundll32",
        "rundll32 shell32.dll,ShellExec_RunDLL " + SSH + " | rundll32",
        "rundll32 advpack.dll,RegisterOCX \"" + SSH + "\" | rundll32",
        "forfiles /m ssh /c \"cmd /c @file -N -R 8080:localhost:80 u@h.example.com\" | forfiles",
        "runas /user:D\\u \"" + SSH + "\" | runas",
        "psexec -accepteula \\\\h -u D\\u -p pw -i 1 -d " + SSH + " | psexec",
        "winrs -r:h -u:u -p:pw " + SSH + " | winrs",
        "sshpass -p pw " + SSH + " | sshpass",
        "sshpass -e " + SSH + " | sshpass",
        "autossh -M 0 -f -N -R 8080:localhost:80 u@h.example.com | autossh",
        "autossh.exe -M20000 -N -R 8080:localhost:80 u@h.example.com | autossh",
        "wt " + SSH + " | wt",
        "wt -w 0 nt --title \"a b\" cmd /k " + SSH + " | wt",
        "winpty " + SSH + " | winpty",
        "wsl " + SSH + " | wsl",
        "wsl.exe -d Ubuntu -u root -e " + SSH + " | wsl",
        "wsl -d Ubuntu -- " + SSH + " | wsl",
        "wsl bash -c \"" + SSH + "\" | wsl",
        "wsl SSHPASS=x exec " + SSH + " 2>/dev/null & | wsl",
        "bash -c '" + SSH + "' | bash",
        "\"C:\\Program Files\\Git\\bin\\bash.exe\" -lc \"nohup "
            + SSH
            + " >/dev/null 2>&1 &\" | bash",
      })
  void the_command_comes_out_of_every_launcher(String line, String by) {
    UnwrappedCommand command = only(line);
    assertThat(command.commandLine().replace("\"ssh\"", "ssh")).isEqualTo(SSH);
    assertThat(command.wrappedBy()).startsWith(by);
    assertThat(command.registered()).isFalse();
  }

  @Test
  void wmic_reads_a_backslash_before_a_quote_as_its_escape() {
    UnwrappedCommand command =
        only("wmic /user:D\\u process call create \"\\\"C:\\a b\\ssh.exe\\\" -R 1080 u@h\"");
    assertThat(command.commandLine()).isEqualTo("\"C:\\a b\\ssh.exe\" -R 1080 u@h");
    assertThat(command.runAs()).isEqualTo("d\\u");
  }

  @Test
  void a_posix_shell_takes_quotes_and_backslashes_its_own_way() {
    assertThat(lines("wsl ssh -o 'RemoteForward 1 h:2' a\\ b \"c\\\"d\" u@h"))
        .containsExactly("ssh -o \"RemoteForward 1 h:2\" \"a b\" \"c\\\"d\" u@h");
  }

  @Test
  void a_posix_pipe_may_answer_for_the_server_key() {
    assertThat(inside("wsl yes | ssh -R 1080 u@h").get(1).hostKeyAnsweredByPipe()).isTrue();
    assertThat(only("wsl echo y | ssh -R 1080 u@h").hostKeyAnsweredByPipe()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "conhost.exe -N -R 8080:localhost:80 u@h",
        "powershell.exe -N -R 8080:localhost:80 u@h",
        "powershell.exe -C -R 8080:localhost:80 u@h",
        "powershell.exe u@h -N -R 8080:localhost:80",
        "cmd.exe -i C:/config/key -R 8080:localhost:80 u@h",
        "psexec.exe -N -R 8080:localhost:80 u@h",
        "wt.exe -p 22 -N -R 8080:localhost:80 u@h",
        "mshta.exe -R 8080:localhost:80 u@h",
        "psexec.exe -T -R 8080:localhost:80 -N u@h",
        "wsl.exe u@h -R 8080:localhost:80",
        "winpty.exe -i \"C:\\a b\\id_rsa\" -R 8080:localhost:80 u@h",
        "env.exe 1080:h:22 u@h",
        "rundll32.exe -R 8080:localhost:80 u@h",
        "winrs -R 8080:localhost:80 u@h",
        "sudo --version ssh",
        "rundll32 shell32.dll,Control_RunDLL desk.cpl",
        "rundll32",
        "autossh",
        "wt",
        "wmic process list",
        "wmic process call create",
        "wmic process call terminate",
        "\\??\\C:\\Windows\\system32\\conhost.exe 0xffffffff -ForceV1",
        "conhost",
        "mshta http://h.example.com/x.hta",
        "mshta vbscript:MsgBox(\"ssh -R 1080 u@h\")",
        "wscript C:\\x\\run.vbs",
        "cscript //nologo run.js",
        "forfiles /m *.log",
        "pcalua -c x",
        "wsl --list",
        "wsl",
        "wsl echo ssh -R 1080 u@h",
        "bash run.sh",
        "bash -c",
        "sh -c './run.sh'",
        "runas /user:u",
        "psexec -accepteula",
      })
  void what_starts_no_program_on_its_line_holds_nothing(String line) {
    assertThat(inside(line)).isEmpty();
  }
}
