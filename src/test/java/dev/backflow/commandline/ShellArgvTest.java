package dev.backflow.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShellArgvTest {

  @Test
  void a_quoted_program_name_ends_at_the_next_quote() {
    assertThat(ShellArgv.split("\"C:\\OpenSSH\\\"ssh.exe -R 1 h"))
        .containsExactly("C:\\OpenSSH\\", "ssh.exe", "-R", "1", "h");
  }

  @Test
  void an_unclosed_program_name_takes_the_rest() {
    assertThat(ShellArgv.split("\"C:\\OpenSSH -R 1")).containsExactly("C:\\OpenSSH -R 1");
    assertThat(ShellArgv.split("\"")).containsExactly("");
  }

  @Test
  void the_third_quote_of_a_run_is_literal_and_ends_quoting() {
    assertThat(ShellArgv.split("x -i \"k\"\"\" -R 1 h")).containsExactly("x", "-i", "k\" -R 1 h");
    assertThat(ShellArgv.split("x -i \"k\"\" -R 1 x\" h"))
        .containsExactly("x", "-i", "k\"", "-R", "1", "x h");
    assertThat(ShellArgv.split("x \"\"\"a b\"\"\" c")).containsExactly("x", "\"a", "b\"", "c");
  }

  @Test
  void backslashes_count_before_a_quote_alone() {
    assertThat(ShellArgv.split("x \"a\\\\\" b\\\"c d\\\\e"))
        .containsExactly("x", "a\\", "b\"c", "d\\\\e");
  }

  @Test
  void elastics_pipeline_leaves_quoting_at_a_doubled_quote_and_knows_no_program_name() {
    assertThat(IngestArgv.split("x -i \"k\"\"\" -R 1 h")).containsExactly("x", "-i", "k\" -R 1 h");
    assertThat(IngestArgv.split("\"C:\\O\\\"ssh.exe -R 1 h"))
        .containsExactly("C:\\O\"ssh.exe -R 1 h");
    assertThat(IngestArgv.split("x a\"b\"\" c d")).containsExactly("x", "ab\"", "c", "d");
    assertThat(IngestArgv.split("  ")).isEmpty();
  }
}
