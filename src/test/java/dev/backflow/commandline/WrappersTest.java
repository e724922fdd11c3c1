package dev.backflow.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class WrappersTest {
  @Test
  void the_page_on_wrappers_names_every_program() throws Exception {
    String page = Files.readString(Path.of("docs/wrappers.md"));
    assertThat(Wrappers.byProgram().keySet()).allMatch(program -> page.contains(program));
  }

  @Test
  void a_program_is_opened_by_its_simple_name() {
    CommandUnwrapper unwrapper = new CommandUnwrapper();
    assertThat(List.of("cmd", "powershell", "schtasks", "wsl")).allMatch(unwrapper::opens);
    assertThat(List.of("ssh", "plink", "putty", "svchost")).noneMatch(unwrapper::opens);
  }

  @Test
  void an_unwrapper_that_is_asked_twice_answers_the_same() {
    CommandUnwrapper unwrapper = new CommandUnwrapper();
    String line = "powershell -c \"$a='ssh'; & $a -R 1080 u@h\"";
    assertThat(unwrapper.unwrap(line)).isEqualTo(unwrapper.unwrap(line));
  }
}
