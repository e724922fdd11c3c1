package dev.backflow.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** No line, however made, makes a parser throw or look at its characters again and again. */
class GrammarPropertiesTest {
  private static final int MOST = 32 * 1024;
  private static final String[] PIECES = {
    "-R",
    " ",
    "-o",
    "RemoteForward",
    "=",
    "8080",
    ":",
    "[",
    "]",
    "\"",
    "\\",
    "'",
    "#",
    "u@h",
    "-N",
    "--",
    "ssh://",
    "%h",
    "${",
    "}",
    "-J",
    ",",
    "-L",
    "-load",
    "-hostkey",
    "-pw",
    "-oIgnoreUnknown=*a*b*",
    "-oX",
    "\t",
    "-P",
    "/",
    "@",
    "-",
    "-oNo",
    "\u00fc",
    "\0",
    "-W",
    "-f",
    "localhost",
    "-oHostName="
  };

  @Test
  void a_line_of_any_pieces_is_read_in_steps_proportional_to_its_length() {
    Random random = new Random(Lines.seed("pieces"));
    for (int i = 0; i < 1_500; i++) {
      check(line(random, 1 + random.nextInt(i % 50 == 0 ? MOST : 600)));
    }
  }

  @Test
  void a_line_of_one_piece_over_and_over_is_no_harder() {
    for (String piece : PIECES) {
      for (String before : List.of("", "-R", "-o", "-R ", "-o \"", "-oRemoteForward=", "-oX=\"")) {
        check("x " + before + piece.repeat(MOST / piece.length() / 2));
        check("x " + before + (piece + " ").repeat(3_000));
      }
    }
  }

  @Test
  void a_tedious_pattern_of_ignored_keywords_does_not_buy_time() {
    String pattern = "*a".repeat(4_000);
    check("x -oIgnoreUnknown=" + pattern + (" -oX" + "a".repeat(300) + "b=1").repeat(60) + " h");
    check("x -oIgnoreUnknown=" + "z,".repeat(4_000) + " -oX=1".repeat(2_000) + " h");
  }

  private static void check(String line) {
    long limit = 16L * line.length() + 64;
    StepCount ssh = new StepCount();
    List<String> argv = WindowsArgv.texts(WindowsArgv.split(line, ssh));
    ClientGrammar.ssh(argv, null, ssh);
    assertThat(ssh.count).as(shown(line)).isLessThanOrEqualTo(limit);
    StepCount plink = new StepCount();
    PuttyGrammar.read(WindowsArgv.texts(WindowsArgv.split(line, plink)), PuttyTool.KITTY, plink);
    PuttyGrammar.read(argv, PuttyTool.PLINK, new StepCount());
    assertThat(plink.count).as(shown(line)).isLessThanOrEqualTo(limit);
    StepCount scp = new StepCount();
    CopyGrammar.read(argv, false, scp);
    CopyGrammar.read(argv, true, new StepCount());
    assertThat(scp.count).as(shown(line)).isLessThanOrEqualTo(limit);
  }

  private static String shown(String line) {
    return line.length() < 200 ? line : line.substring(0, 200) + "... of " + line.length();
  }

  private static String line(Random random, int length) {
    StringBuilder line = new StringBuilder("x ");
    while (line.length() < length) {
      line.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return line.toString();
  }
}
