package dev.backflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backflow.detection.Verdict;
import org.junit.jupiter.api.Test;

class TextStyleTest {
  private final TextStyle plain = new TextStyle(80, false);
  private final TextStyle coloured = new TextStyle(80, true);

  @Test
  void text_breaks_at_blanks_and_long_words_are_cut() {
    assertThat(TextStyle.wrap("one two three", 8)).containsExactly("one two", "three");
    assertThat(TextStyle.wrap("abcdefghij", 4)).containsExactly("abcd", "efgh", "ij");
    assertThat(TextStyle.wrap("", 4)).containsExactly("");
  }

  @Test
  void what_could_steer_a_terminal_is_shown_instead() {
    assertThat(plain.safe("a\u001b[2Jb\u202ec\td\n")).isEqualTo("a\\u001b[2Jb\\u202ec\\td\\n");
    assertThat(plain.safe("\u00fc\u20ac plain")).isEqualTo("\u00fc\u20ac plain");
  }

  @Test
  void colours_are_for_terminals_that_have_them() {
    for (Verdict verdict : Verdict.values()) {
      assertThat(plain.verdict(verdict)).isEqualTo(verdict.name());
      assertThat(coloured.verdict(verdict)).contains(verdict.name()).startsWith("\u001b[");
    }
    assertThat(plain.strong("x") + plain.dim("y")).isEqualTo("xy");
    assertThat(coloured.strong("x")).endsWith("\u001b[0m");
  }
}
