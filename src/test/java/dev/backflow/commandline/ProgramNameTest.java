package dev.backflow.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgramNameTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "cmd /c x, cmd",
        "CMD.EXE /c x, cmd",
        "cmd/c x, cmd",
        "\"C:\\Windows\\System32\\cmd.exe\"/c x, cmd",
        "C:/Windows/cmd.exe/c x, cmd",
        "\"C:\\a b\\Plink.exe\" -x, plink",
        "%comspec% /c x, %comspec%",
        "C:\\mycmd/c, c",
        "tool.com x, tool",
        "  ssh -R 1, ssh",
        "run.bat, run.bat",
      })
  void the_program_of_a_line_has_its_simple_name(String line, String name) {
    assertThat(ProgramName.of(Excerpt.of(line), new StepCount())).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "echo y, echo",
        "@ECHO off, echo",
        "echo.y, echo",
        "echo(y, echo",
        "cd\\, cd",
        "set/p x=y, set",
        "start \"\" x, start",
        "start\"\" x, start",
        "echo, echo",
        "echo.exe y, ``",
        "start.bat, ``",
        "echoes y, ``",
        "date-tool x, ``",
        "ssh x, ``",
        "``, ``",
      })
  void commands_of_the_interpreter_itself_are_known(String text, String name) {
    assertThat(ProgramName.builtin(Excerpt.of(text), new StepCount())).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "a.bat, true",
    "a.ps1, true",
    "a.vbs, true",
    "a, false",
    "bat, false",
    "a.key, false"
  })
  void script_files_are_known_by_their_type(String name, boolean script) {
    assertThat(ProgramName.isScript(name)).isEqualTo(script);
  }
}
