package dev.backflow.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AsciiTest {
  @Test
  void only_a_to_z_change() {
    assertThat(Ascii.lower("CMD.EXE /C az09[]@`{")).isEqualTo("cmd.exe /c az09[]@`{");
  }

  @Test
  void a_letter_whose_lower_case_is_longer_keeps_its_place() {
    String text = "\u0130\u0130x)DO";
    assertThat(Ascii.lower(text)).hasSameSizeAs(text).endsWith(")do");
    assertThat(Unwrapped.lines("cmd /c for %i in (\u0130\u0130) do ssh -R 1080 u@h"))
        .containsExactly("ssh -R 1080 u@h");
  }
}
