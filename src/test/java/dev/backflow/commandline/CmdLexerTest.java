package dev.backflow.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CmdLexerTest {
  private static List<CmdCommand> read(String text) {
    return CmdLexer.commands(Excerpt.of(text), new StepCount());
  }

  private static List<String> texts(String text) {
    return read(text).stream().map(c -> c.text().text()).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "a & b ~ a;b",
        "a&&b||c ~ a;b;c",
        "a | b | c ~ a;b;c",
        "(a & b) & c ~ a;b;c",
        "((a)) ~ a",
        "a (b) c ~ a (b) c",
        "if x==y (a) else (b) ~ if x==y;a;else;b",
        "for %i in (1 2) do (a & b) ~ for %i in (1 2) do;a;b",
        "for %i in (a (b) c) do x ~ for %i in (a (b) c) do x",
        "(for %i in (1) do a) & b ~ for %i in (1) do a;b",
        "@a ~ a",
        "@@ a ~ a",
        "a ) b ~ a ) b",
        "\"a & b\" c ~ \"a & b\" c",
        "a ^& b ~ a & b",
        "a \"^&\" b ~ a \"^&\" b",
        "a ^ ~ a",
        "a \"b & c ~ a \"b & c",
        " ~ ``",
        "& & | ~ ``",
      })
  void commands_are_told_apart(String text, String expected) {
    assertThat(String.join(";", texts(text == null ? "" : text)))
        .isEqualTo(expected == null ? "" : expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "a > x ~ a ~ x",
        "a>x ~ a ~ x",
        "a 1>x 2>y ~ a ~ x,y",
        "a 2>&1 ~ a ~ ''",
        "a >> \"b c\" ~ a ~ b c",
        "> x a ~ a ~ x",
        "a < x b ~ a  b ~ ''",
        "a1>x ~ a1 ~ x",
        "a 12>x ~ a 12 ~ x",
        "\"a\"1>x ~ \"a\" ~ x",
        "a 1>\\\\127.0.0.1\\ADMIN$\\__1 2>&1 ~ a ~ \\\\127.0.0.1\\ADMIN$\\__1",
      })
  void redirections_go_and_outputs_are_kept(String text, String command, String outputs) {
    assertThat(texts(text)).containsExactly(command);
    assertThat(String.join(",", read(text).get(0).outputs())).isEqualTo(outputs.replace("''", ""));
  }

  @Test
  void a_single_bar_is_a_pipe_and_a_double_one_is_not() {
    assertThat(read("a | b || c && d & e | (f)").stream().map(CmdCommand::readsPipe))
        .containsExactly(false, true, false, false, false, true);
  }

  @Test
  void a_caret_at_the_end_of_a_line_joins_it_to_the_next() {
    assertThat(texts("a ^\r\nb")).hasSize(2);
    assertThat(texts("a ^\nb")).containsExactly("a b");
  }

  @Test
  void a_line_end_ends_quotes_too() {
    assertThat(texts("a \"b\nc")).containsExactly("a \"b", "c");
  }
}
