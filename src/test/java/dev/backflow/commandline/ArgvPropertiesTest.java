package dev.backflow.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ArgvPropertiesTest {
  private static final String HOSTILE = "aR-: \t\"\"\\\\'^\n\u00e9\u2013";

  @Test
  void what_is_quoted_comes_back_from_every_splitter() {
    Random random = new Random(Lines.seed("quote and split"));
    for (int i = 0; i < 50_000; i++) {
      List<String> argv = new ArrayList<>(List.of("x.exe"));
      for (int n = random.nextInt(6); n > 0; n--) {
        argv.add(Lines.text(random, HOSTILE, 9));
      }
      String line = Lines.join(argv, random);
      assertThat(WindowsArgv.texts(WindowsArgv.split(line))).as(line).isEqualTo(argv);
      assertThat(ShellArgv.split(line)).as(line).isEqualTo(argv);
      assertThat(IngestArgv.split(line)).as(line).isEqualTo(argv);
    }
  }

  @Test
  void the_spans_of_any_line_are_in_order_and_leave_only_blanks_between_them() {
    Random random = new Random(Lines.seed("spans"));
    for (int i = 0; i < 20_000; i++) {
      String line = Lines.text(random, HOSTILE, 60);
      int at = 0;
      for (WindowsArgv.Argument argument : WindowsArgv.split(line)) {
        assertThat(line.substring(at, argument.start())).as(line).isBlank();
        assertThat(argument.end()).as(line).isGreaterThanOrEqualTo(argument.start());
        at = argument.end();
      }
      assertThat(line.substring(at)).as(line).isBlank();
    }
  }

  @Test
  void splitting_takes_steps_in_proportion_to_the_line() {
    Random random = new Random(Lines.seed("steps"));
    for (int i = 0; i < 300; i++) {
      String alphabet = i % 2 == 0 ? HOSTILE : "\"\\ ";
      String line = Lines.text(random, alphabet, 32 * 1024);
      StepCount run = new StepCount();
      WindowsArgv.split(line, run);
      StepCount shell = new StepCount();
      ShellArgv.split(line, shell);
      assertThat(run.count).isLessThanOrEqualTo(8L * line.length() + 16);
      assertThat(shell.count).isLessThanOrEqualTo(8L * line.length() + 16);
    }
  }
}
