package dev.backflow.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowsArgvTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        // Microsoft's published examples ("Parsing C command-line arguments").
        "x \"a b c\" d e ~ x|a b c|d|e",
        "x \"ab\\\"c\" \"\\\\\" d ~ x|ab\"c|\\|d",
        "x a\\\\\\b d\"e f\"g h ~ x|a\\\\\\b|de fg|h",
        "x a\\\\\\\"b c d ~ x|a\\\"b|c|d",
        "x a\\\\\\\\\"b c\" d e ~ x|a\\\\b c|d|e",
        "x a\"b\"\" c d ~ x|ab\" c d",
        // A quote anywhere in a word only toggles quoting.
        "ssh \"-\"R 1 h ~ ssh|-R|1|h",
        "ssh -\"\"R 1 h ~ ssh|-R|1|h",
        "ssh -N\"R\" 1 h ~ ssh|-NR|1|h",
        // In quotes a doubled quote is one quote and quoting goes on.
        "ssh -i \"k\"\"\" -R 1 h ~ ssh|-i|k\"|-R|1|h",
        "ssh -i \"k\"\" -R 1 x\" h ~ ssh|-i|k\" -R 1 x|h",
        // Single quotes, carets and slashes mean nothing.
        "ssh '-R 1' ^a /R ~ ssh|'-R|1'|^a|/R",
        "ssh \"unclosed -R 1 ~ ssh|unclosed -R 1",
        "ssh \"\" h ~ ssh||h",
        "ssh C:\\dir\\ h ~ ssh|C:\\dir\\|h"
      })
  void splits_as_the_run_time_does(String line, String argv) {
    assertThat(WindowsArgv.texts(WindowsArgv.split(line)))
        .containsExactlyElementsOf(List.of(argv.split("\\|", -1)));
  }

  @Test
  void a_tab_separates_and_a_newline_does_not() {
    assertThat(WindowsArgv.texts(WindowsArgv.split("ssh\t-R\t 1\nx h")))
        .containsExactly("ssh", "-R", "1\nx", "h");
  }

  @Test
  void a_program_name_ends_at_the_first_unquoted_blank_and_knows_no_backslash() {
    assertThat(WindowsArgv.texts(WindowsArgv.split("\"C:\\Open SSH\\\"ssh.exe -R 1 h")))
        .containsExactly("C:\\Open SSH\\ssh.exe", "-R", "1", "h");
  }

  @Test
  void an_empty_line_still_has_a_program_name() {
    assertThat(WindowsArgv.texts(WindowsArgv.split(""))).containsExactly("");
    assertThat(WindowsArgv.texts(WindowsArgv.split(" -R 1"))).containsExactly("", "-R", "1");
  }

  @Test
  void a_line_ends_at_its_first_nul() {
    assertThat(WindowsArgv.texts(WindowsArgv.split("ssh h\0 -R 1"))).containsExactly("ssh", "h");
  }

  @Test
  void every_argument_knows_where_it_stands_quotes_included() {
    String line = "\"C:\\s\"  -o \"a b\"\tC:\\k\\ x\\\"y";
    assertThat(WindowsArgv.split(line))
        .extracting(a -> line.substring(a.start(), a.end()))
        .containsExactly("\"C:\\s\"", "-o", "\"a b\"", "C:\\k\\", "x\\\"y");
  }
}
