package dev.backflow.commandline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asks a real POSIX shell what it makes of generated words. */
class PosixDifferentialTest {
  private static final Path SHELL = Path.of("/bin/sh");
  private static final int LINES = 2_000;

  /** Prints its arguments, each after a character no word has. */
  private static final String PRINT =
      "x() { printf x; for w do printf '\\001'; printf " + "%s" + " \"$w\"; done; echo; }\n";

  @TempDir Path folder;

  @Test
  void words_are_those_the_shell_makes() throws Exception {
    assumeTrue(Files.isExecutable(SHELL), "no /bin/sh here");
    Random random = new Random(Lines.seed("PosixDifferentialTest"));
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < LINES; i++) {
      lines.add("x " + words(random));
    }
    List<String> expected = shell(lines);
    for (int i = 0; i < LINES; i++) {
      List<PosixLexer.Command> commands =
          PosixLexer.commands(Excerpt.of(lines.get(i)), new StepCount());
      assertThat(commands).as(lines.get(i)).hasSize(1);
      String ours =
          String.join("\u0001", commands.get(0).words().stream().map(Excerpt::text).toList());
      assertThat(ours).as(lines.get(i)).isEqualTo(expected.get(i));
    }
  }

  /** Nothing here expands or runs: only words and their quoting, every quote closed. */
  private static String words(Random random) {
    StringBuilder line = new StringBuilder();
    for (int n = 1 + random.nextInt(4); n > 0; n--) {
      for (int part = 1 + random.nextInt(3); part > 0; part--) {
        line.append(
            switch (random.nextInt(4)) {
              case 0 -> "'" + Lines.text(random, "ab \\\"|&;<>()#", 5) + "'";
              case 1 -> '"' + Lines.text(random, "ab '|&;<>()#", 5) + "\\\"\\\\" + '"';
              case 2 -> "\\" + "ab '\"|&;<>()#\\".charAt(random.nextInt(14));
              default -> "a" + Lines.text(random, "bc#-=:@.", 5);
            });
      }
      line.append(" ".repeat(1 + random.nextInt(2)));
    }
    return line.toString();
  }

  private List<String> shell(List<String> lines) throws IOException, InterruptedException {
    StringBuilder script = new StringBuilder(PRINT);
    lines.forEach(line -> script.append(line).append('\n'));
    Path file = folder.resolve("words.sh");
    Files.writeString(file, script, StandardCharsets.UTF_8);
    Process process =
        new ProcessBuilder(SHELL.toString(), file.toString()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output.lines().toList();
  }
}
