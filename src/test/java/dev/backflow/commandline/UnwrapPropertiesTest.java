package dev.backflow.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UnwrapPropertiesTest {
  private static final int LONGEST = 32 * 1024;

  /** Pieces of lines that make the readers turn. */
  static final List<String> PIECES =
      List.of(
          "cmd /c ",
          "cmd /s /c \"",
          "powershell -c ",
          "powershell -enc ",
          "start \"\" /b ",
          "schtasks /create /tn t /tr ",
          "sc create s binPath= ",
          "nssm install s ",
          "wmic process call create ",
          "mshta vbscript:x.Run(\"",
          "forfiles /c ",
          "wsl ",
          "echo y|",
          "echo (",
          "echo x>a.bat&",
          "for %i in (",
          " do (",
          "if a==b ",
          "& a.bat ",
          "set a=",
          "!a!",
          "call %a% ",
          "rundll32 x,registerocx ",
          "mshta javascript:",
          "bash -c ",
          "reg add x\\run /v a /d ",
          "psexec -s ",
          "$a='b';",
          "$a ",
          "'a'+",
          "'{0}' -f ",
          "-join ",
          "@file ",
          "0x41",
          "Start-Process ",
          "-ArgumentList ",
          "New-ScheduledTaskAction ",
          "iex ",
          "$(",
          "@(",
          "@{",
          "@\"\n",
          "<#",
          "ssh -R 8080:localhost:80 u@h ",
          "plink -pw x ",
          "&",
          "|",
          "^",
          "\"",
          "'",
          "`",
          "\\",
          "(",
          ")",
          "{",
          "}",
          ",",
          ";",
          "\n",
          " ",
          "\t",
          ">",
          "2>&1",
          "%",
          "\0",
          "\u2019",
          "\ud83d",
          "\u0130",
          "\u212a",
          "=",
          "/",
          "-",
          "a",
          "cwBzAGgA");

  private static final List<String> HEADS =
      List.of(
          "",
          "cmd /v:on /c set a=bbbb&",
          "powershell -c $a='bbbb';",
          "wsl ",
          "schtasks /create /tr ",
          "mshta javascript:x.run(\"",
          "forfiles /m bbbb /c ");

  private final CommandUnwrapper unwrapper = new CommandUnwrapper();

  @Test
  void no_line_makes_the_unwrapper_throw_or_take_more_than_sixteen_steps_a_character_and_level() {
    Random random = new Random(Lines.seed("UnwrapPropertiesTest"));
    for (int i = 0; i < 4_000; i++) {
      check(line(random, random.nextInt(400)));
    }
    for (int i = 0; i < 40; i++) {
      check(line(random, LONGEST));
    }
  }

  @Test
  void one_piece_over_and_over_is_no_worse() {
    for (String head : HEADS) {
      for (String piece : PIECES) {
        check(head + piece.repeat(LONGEST / piece.length()).substring(0, LONGEST - 64));
      }
    }
  }

  private void check(String line) {
    StepCount steps = new StepCount();
    assertThat(unwrapper.unwrap(line, steps)).isNotEmpty();
    long levels = 2L * CommandUnwrapper.BOUND + 1;
    assertThat(steps.count)
        .as(() -> line.substring(0, Math.min(300, line.length())))
        .isLessThanOrEqualTo(16L * levels * (line.length() + 4));
  }

  static String line(Random random, int length) {
    StringBuilder line = new StringBuilder();
    while (line.length() < length) {
      line.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    line.setLength(Math.min(line.length(), LONGEST));
    return line.toString();
  }

  @Test
  void a_wrapped_command_comes_out_with_its_own_arguments() {
    Random random = new Random(Lines.seed("UnwrapPropertiesTest"));
    WrappedLines lines = new WrappedLines(random);
    for (int i = 0; i < 20_000; i++) {
      List<String> argv = new ArrayList<>(List.of("plink.exe", "-R", "8080:localhost:80"));
      for (int n = random.nextInt(4); n > 0; n--) {
        argv.add(Lines.text(random, "ab \\&|<>^()%;,$#", 8) + "z");
      }
      String line = lines.wrap(argv, 4);
      assertThat(unwrapper.unwrap(line))
          .as(line)
          .extracting(command -> WindowsArgv.texts(WindowsArgv.split(command.commandLine())))
          .contains(argv);
    }
  }

  @Test
  void words_are_the_arguments_of_the_c_run_time_with_their_places() {
    Random random = new Random(Lines.seed("UnwrapPropertiesTest"));
    for (int i = 0; i < 20_000; i++) {
      String line = "x" + Lines.text(random, "ab \\\\\"\"\t-", 30);
      List<String> texts = new ArrayList<>();
      for (Word word : Words.of(Excerpt.of(line), new StepCount())) {
        texts.add(word.text());
        Range place = word.value().range(0, word.value().length());
        if (place != null) {
          assertThat(place.start()).isGreaterThanOrEqualTo(word.start());
          assertThat(place.end()).isLessThanOrEqualTo(word.end());
        }
      }
      assertThat(texts).as(line).isEqualTo(WindowsArgv.texts(WindowsArgv.split(line)));
    }
  }

  @Test
  void a_command_stands_in_the_line_where_its_characters_say() {
    String line = "cmd /c \"pl^ink -pw \"a b\" -R 1:h:2 u@h\" & echo";
    Layer plink =
        unwrapper.layers(Excerpt.of(line), Reading.PROCESS, new StepCount()).stream()
            .filter(layer -> layer.text().text().startsWith("pl"))
            .findFirst()
            .orElseThrow();
    int at = plink.text().text().indexOf("a b");
    Range range = plink.text().range(at, at + 3);
    assertThat(range).isNotNull();
    assertThat(line.substring(range.start(), range.end())).isEqualTo("a b");
  }
}
