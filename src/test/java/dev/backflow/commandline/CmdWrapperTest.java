package dev.backflow.commandline;

import static dev.backflow.commandline.Unwrapped.inside;
import static dev.backflow.commandline.Unwrapped.lines;
import static dev.backflow.commandline.Unwrapped.only;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CmdWrapperTest {
  private static final String SSH = "ssh -N -R 8080:localhost:80 u@h.example.com";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cmd /c " + SSH,
        "cmd.exe /c " + SSH,
        "CMD.EXE /C " + SSH,
        "cmd /k " + SSH,
        "cmd /r " + SSH,
        "cmd /c\"" + SSH + "\"",
        "cmd /c" + SSH,
        "cmd/c " + SSH,
        "\"C:\\Windows\\System32\\cmd.exe\"/c " + SSH,
        "cmd /Q /c " + SSH,
        "cmd /q/d/c " + SSH,
        "cmd /d /s /c \"" + SSH + "\"",
        "cmd /e:on /v:off /c " + SSH,
        "\"C:\\Windows\\System32\\cmd.exe\" /c " + SSH,
        "C:/Windows/System32/cmd.exe /c " + SSH,
        "%COMSPEC% /Q /c " + SSH,
        "%SystemRoot%\\System32\\cmd.exe /c " + SSH,
        "cmd /c \"" + SSH + "\"",
        "cmd /c @" + SSH,
        "cmd /c call " + SSH,
        "cmd /c (" + SSH + ")",
        "cmd /c if exist k.txt " + SSH,
        "cmd /c if not defined X " + SSH,
        "cmd /c if \"a b\"==\"a b\" " + SSH,
        "cmd /c if a EQU a (" + SSH + ")",
        "cmd /c for /l %i in (1,1,5) do " + SSH,
        "cmd /c for %i in (1 2) do (" + SSH + ")",
        "cmd /c s^sh -N -R 8080:localhost:80 u^@h.example.com",
      })
  void the_command_comes_out_of_every_form_of_cmd(String line) {
    UnwrappedCommand command = only(line);
    assertThat(command.commandLine()).isEqualTo(SSH);
    assertThat(command.wrappedBy()).containsExactly("cmd");
    assertThat(command.registered()).isFalse();
    assertThat(command.hostKeyAnsweredByPipe()).isFalse();
  }

  @Test
  void quotes_round_a_program_with_blanks_stay() {
    String line = "\"C:\\Program Files\\Open SSH\\ssh.exe\" -R 8080:localhost:80 u@h";
    assertThat(lines("cmd /c " + line)).containsExactly(line);
  }

  @Test
  void the_first_and_the_last_quote_go_when_there_are_more_than_two() {
    assertThat(lines("cmd /c \"\"C:\\Program Files\\ssh.exe\" -o \"RemoteForward 1 h:2\" u@h\""))
        .containsExactly("\"C:\\Program Files\\ssh.exe\" -o \"RemoteForward 1 h:2\" u@h");
  }

  @Test
  void with_s_the_outer_quotes_go_whatever_they_hold() {
    assertThat(lines("cmd /s /c \"C:\\Tools Dir\\ssh.exe\" -R 1080 u@h"))
        .containsExactly("C:\\Tools Dir\\ssh.exe -R 1080 u@h");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        SSH + " 1> \\\\127.0.0.1\\ADMIN$\\__1700000000.42 2>&1",
        SSH + " >out.txt 2>err.txt",
        SSH + " >>\"C:\\Temp\\a log.txt\" 2>&1",
        SSH + " < nul > nul",
        ">nul 2>&1 " + SSH,
        SSH + " >nul",
      })
  void redirections_are_no_arguments(String text) {
    assertThat(lines("cmd.exe /Q /c " + text)).containsExactly(SSH);
  }

  @Test
  void a_digit_that_belongs_to_an_argument_stays_before_a_redirection() {
    assertThat(lines("cmd /c ssh -R 1080 u@h1>log")).containsExactly("ssh -R 1080 u@h1");
  }

  @Test
  void signs_inside_quotes_separate_nothing() {
    assertThat(lines("cmd /s /c \"ssh u@h \"a & b | c > d ^ e\"\""))
        .containsExactly("ssh u@h \"a & b | c > d ^ e\"");
  }

  @Test
  void a_caret_takes_the_meaning_from_what_separates() {
    assertThat(lines("cmd /c plink -pw a^&b^|c^^ -R 1:h:2 u@h"))
        .containsExactly("plink -pw a&b|c^ -R 1:h:2 u@h");
  }

  @ParameterizedTest
  @ValueSource(strings = {"&", "&&", "||", " & ", "\n"})
  void each_command_of_a_chain_comes_out(String sign) {
    assertThat(lines("cmd /c whoami" + sign + SSH + sign + "hostname"))
        .containsExactly("whoami", SSH, "hostname");
  }

  @ParameterizedTest
  @CsvSource({
    "cmd /c echo y | plink -R 1:h:2 u@h, true",
    "cmd /c echo y|plink -R 1:h:2 u@h, true",
    "cmd /c \"echo n | plink -R 1:h:2 u@h\", true",
    "cmd /c (echo.y) | plink -R 1:h:2 u@h, true",
    "cmd /c @echo yes|plink -R 1:h:2 u@h, true",
    "cmd /c echo hello | plink -R 1:h:2 u@h, false",
    "cmd /c echo y & plink -R 1:h:2 u@h, false",
    "cmd /c echo y || plink -R 1:h:2 u@h, false",
  })
  void a_pipe_may_answer_for_the_server_key(String line, boolean answered) {
    UnwrappedCommand command = only(line);
    assertThat(command.commandLine()).isEqualTo("plink -R 1:h:2 u@h");
    assertThat(command.hostKeyAnsweredByPipe()).isEqualTo(answered);
  }

  @Test
  void both_ends_of_a_pipe_say_so() {
    assertThat(inside("cmd /c ssh -R 1080 u@h | findstr x"))
        .extracting(UnwrappedCommand::wrappedBy)
        .containsOnly(java.util.List.of("cmd", "pipeline"));
  }

  @Test
  void a_pipeline_that_begins_with_a_command_of_cmd_itself_needs_no_shell_on_the_line() {
    UnwrappedCommand command =
        only("echo y|C:\\windows\\temp\\ekern.exe -ssh -P 443 -R 192.0.2.7:49800:10.9.8.7:3389 h");
    assertThat(command.commandLine())
        .isEqualTo("C:\\windows\\temp\\ekern.exe -ssh -P 443 -R 192.0.2.7:49800:10.9.8.7:3389 h");
    assertThat(command.wrappedBy()).containsExactly("pipeline");
    assertThat(command.hostKeyAnsweredByPipe()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cd C:\\Windows\\Temp && " + SSH,
        "@echo off & " + SSH,
        "if not exist x.txt " + SSH,
        "for /l %i in (0,0,1) do @" + SSH,
        ">nul " + SSH,
      })
  void a_line_that_begins_with_a_command_of_cmd_itself_is_text_for_a_shell(String line) {
    assertThat(only(line).commandLine()).isEqualTo(SSH);
    assertThat(only(line).wrappedBy()).containsExactly("chain");
  }

  @Test
  void variables_the_line_sets_itself_are_put_in_where_cmd_reads_them_late() {
    assertThat(lines("cmd /v:on /c \"set a=ssh&set \"b=-R 1080\"&!a! !b! u@h\""))
        .containsExactly("ssh -R 1080 u@h");
    assertThat(lines("cmd /c set a=ssh&call %a% -R 1080 u@h")).containsExactly("ssh -R 1080 u@h");
    assertThat(lines("cmd /c set a=ssh&%a% -R 1080 !b! u@h"))
        .containsExactly("%a% -R 1080 !b! u@h");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ssh u@h ls | ssh -R 8080:localhost:80 u@h",
        "ssh u@h a & ssh -R 8080:localhost:80 u@h",
        "C:\\cmd\\tool.exe /c ssh -R 1080 u@h",
        "ssh -R 8080:localhost:80 u@h",
        "cmd",
        "cmd /c",
        "cmd /c run.bat",
        "cmd /c \"C:\\My Scripts\\tunnel.cmd\" -R 8080:localhost:80 u@h",
        "cmd /c echo ssh -R 8080:localhost:80 u@h",
        "cmd /c rem ssh -R 8080:localhost:80 u@h",
        "",
        " ",
        "\"",
      })
  void other_lines_hold_nothing(String line) {
    assertThat(inside(line)).isEmpty();
  }

  @Test
  void a_batch_file_written_and_run_on_one_line_is_read() {
    String line =
        "%COMSPEC% /Q /c echo "
            + SSH
            + " ^> \\\\127.0.0.1\\C$\\__output 2^>^&1 > %TEMP%\\execute.bat"
            + " & %COMSPEC% /Q /c %TEMP%\\execute.bat & del %TEMP%\\execute.bat";
    UnwrappedCommand command = only(line);
    assertThat(command.commandLine()).isEqualTo(SSH);
    assertThat(command.wrappedBy()).containsExactly("cmd", "batch file");
  }

  @Test
  void a_batch_file_only_written_is_no_command() {
    assertThat(inside("cmd /c echo " + SSH + " > x.bat & del x.bat")).isEmpty();
  }

  @Test
  void wrappers_nest_up_to_a_bound() {
    String line = SSH;
    for (int i = 0; i < CommandUnwrapper.BOUND; i++) {
      line = "cmd /c " + line;
    }
    assertThat(only(line).commandLine()).isEqualTo(SSH);
    assertThat(only("cmd /c " + line).commandLine()).isEqualTo("cmd /c " + SSH);
  }
}
