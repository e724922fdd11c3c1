package dev.backflow.commandline;

import static dev.backflow.commandline.Unwrapped.inside;
import static dev.backflow.commandline.Unwrapped.only;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartWrapperTest {
  private static final String PLINK = "plink.exe -N -R 9999:127.0.0.1:80 user@192.0.2.9";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "start " + PLINK,
        "start /B " + PLINK,
        "start \"\" " + PLINK,
        "start \"\" /b " + PLINK,
        "START \"a title (x)\" /min /wait " + PLINK,
        "start \"\" /D C:\\Temp " + PLINK,
        "start \"\" /D \"C:\\My Dir\" /B " + PLINK,
        "start \"\" /d\"C:\\My Dir\" /B " + PLINK,
        "start /min/b " + PLINK,
        "start /node 1 /affinity F /low " + PLINK,
        "start \"\" /b " + PLINK + " 1>\"%OUT%\" 2>\"%ERR%\"",
      })
  void the_command_comes_out_of_every_form_of_start(String line) {
    assertThat(only(line).commandLine()).isEqualTo(PLINK);
    assertThat(only(line).wrappedBy()).containsExactly("start");
    assertThat(only("cmd /c " + line).wrappedBy()).containsExactly("cmd", "start");
  }

  @Test
  void a_first_word_in_quotes_is_the_title() {
    assertThat(inside("start \"C:\\ssh.exe\"")).isEmpty();
  }

  @Test
  void a_shell_started_in_a_window_of_its_own_is_opened_too() {
    UnwrappedCommand command =
        only(
            "start \"HTTPS tunnel (URL here)\" cmd /k \"ssh -o StrictHostKeyChecking=accept-new"
                + " -R 80:127.0.0.1:8765 nokey@relay.example.com\"");
    assertThat(command.commandLine())
        .isEqualTo(
            "ssh -o StrictHostKeyChecking=accept-new -R 80:127.0.0.1:8765 nokey@relay.example.com");
    assertThat(command.wrappedBy()).containsExactly("start", "cmd");
  }
}
