package dev.backflow.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RedactorPropertiesTest {
  private static final int LINES = Integer.getInteger("backflow.lines", 20_000);

  private static final int LONGEST = 32 * 1024;

  private final Redactor redactor = new Redactor();
  private final Random random = new Random(Lines.seed("RedactorPropertiesTest"));
  private final SecretLines secrets = new SecretLines(random);
  private final WrappedLines wrapped = new WrappedLines(random);

  @Test
  void a_planted_secret_never_leaks_from_a_line_of_any_family_in_any_wrapping() {
    for (int i = 0; i < LINES; i++) {
      String line = wrapped.wrap(secrets.family(secrets.secret()), 3);
      Redacted redacted = redactor.redact(line);
      assertThat(redacted.text())
          .as(line)
          .contains(Redactor.MASK)
          .doesNotContain(SecretLines.HEAD)
          .doesNotContain(SecretLines.TAIL);
      assertThat(redacted.secrets()).as(line).isNotEmpty();
    }
  }

  @Test
  void a_secret_planted_in_the_text_of_a_shell_never_leaks() {
    for (int i = 0; i < LINES; i++) {
      String secret = secrets.secret();
      String line =
          random.nextBoolean()
              ? wrapped.cmd(secrets.cmdText(secret))
              : wrapped.powerShell(secrets.script(secret));
      assertThat(redactor.redact(line).text())
          .as(line)
          .contains(Redactor.MASK)
          .doesNotContain(SecretLines.HEAD)
          .doesNotContain(SecretLines.TAIL);
    }
  }

  @Test
  void all_but_the_secret_stays_in_its_place() {
    for (int i = 0; i < LINES; i++) {
      List<String> argv = secrets.family(secrets.secret());
      String line = wrapped.plain(argv);
      String redacted = redactor.redact(line).text();
      assertThat(WindowsArgv.split(redacted)).as(line).hasSameSizeAs(argv);
      int at = 0;
      for (String kept : redacted.split("\\Q" + Redactor.MASK + "\\E\"?", -1)) {
        at = line.indexOf(kept, at);
        assertThat(at).as(() -> line + "\n" + redacted).isGreaterThanOrEqualTo(0);
        at += kept.length();
      }
    }
  }

  @Test
  void redacting_twice_changes_nothing() {
    for (int i = 0; i < LINES; i++) {
      String line = wrapped.plain(secrets.family(secrets.secret()));
      String once = redactor.redact(line).text();
      assertThat(redactor.redact(once).text()).as(line).isEqualTo(once);
    }
  }

  @Test
  void the_hash_of_a_secret_does_not_depend_on_its_wrapping() {
    Redactor keyed = new Redactor(new byte[] {1, 2, 3});
    for (int i = 0; i < LINES / 4; i++) {
      List<String> argv = List.of("plink", "-pw", "Qx7" + Lines.text(random, "a@#$!(/ ", 8), "h");
      String expected = keyed.redact(wrapped.plain(argv)).secrets().get(0).keyedHash();
      String line = wrapped.wrap(argv, 3);
      assertThat(keyed.redact(line).secrets())
          .as(line)
          .extracting(Secret::keyedHash)
          .contains(expected);
    }
  }

  @Test
  void no_text_makes_the_redactor_throw() {
    String alphabet = "-pw \"'^`\\/rp=:@|&()$%{},;<>\n\0\u2019\u0130sshpass\ud83dCecho set ";
    for (int i = 0; i < LINES; i++) {
      assertThat(redactor.redact(Lines.text(random, alphabet, 200)).text()).isNotNull();
    }
    for (int i = 0; i < 10; i++) {
      assertThat(redactor.redact(UnwrapPropertiesTest.line(random, LONGEST)).text()).isNotNull();
    }
  }

  @Test
  void one_sign_over_and_over_is_read_too() {
    List<String> pieces = new ArrayList<>(UnwrapPropertiesTest.PIECES);
    pieces.addAll(List.of("-pw 'a ", "-pw \"a ", "password=' ", "a;pwd=b';", "u:p@", "://u:p@"));
    for (String piece : pieces) {
      String line = piece.repeat(LONGEST / piece.length());
      assertThat(redactor.redact(line).text()).isNotEmpty();
      assertThat(redactor.redact("cmd /c " + line).text()).isNotEmpty();
    }
  }
}
