package dev.backflow.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RedactorPropertiesTest {
  private final Redactor redactor = new Redactor();

  @Test
  void a_planted_secret_never_leaks_from_a_line_of_any_family_in_any_wrapping() {
    Random random = new Random(Lines.seed("RedactorPropertiesTest"));
    SecretLines lines = new SecretLines(random);
    for (int i = 0; i < 20_000; i++) {
      List<String> argv = lines.family(lines.secret());
      String line = random.nextInt(4) == 0 ? lines.line(argv) : lines.wrap(argv, 0);
      Redacted redacted = redactor.redact(line);
      assertThat(redacted.text())
          .as(line)
          .contains(Redactor.MASK)
          .doesNotContain(SecretLines.HEAD)
          .doesNotContain(SecretLines.TAIL);
    }
  }
}
