package dev.backflow.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PowerShellParserTest {
  private static List<PowerShellCommand> read(String script) {
    return PowerShellParser.commands(Excerpt.of(script), new StepCount());
  }

  /** Arguments are parted by a bar, the elements of a list by a plus, commands by a semicolon. */
  private static String shape(String script) {
    return read(script).stream()
        .map(c -> c.arguments().stream().map(PowerShellParserTest::shape))
        .map(arguments -> arguments.collect(Collectors.joining("|")))
        .collect(Collectors.joining(";"));
  }

  private static String shape(PowerShellArgument argument) {
    String values = argument.values().stream().map(Excerpt::text).collect(Collectors.joining("+"));
    return argument.kind() == PowerShellArgument.Kind.CALL
        ? argument.word() + "(" + values + ")"
        : values;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "a b c ~ a|b|c",
        "a 'b c' \"d e\" ~ a|b c|d e",
        "a 'b''c' ~ a|b'c",
        "a \"b\"\"c\" ~ a|b\"c",
        "a \"b`\"c`td\" ~ a|b\"c\td",
        "a b`c` d ~ a|bc d",
        "a 'b' , 'c',d ~ a|b+c+d",
        "a @('b','c') ~ a|b+c",
        "a ('b') ~ a|b",
        "a -x:'b c' ~ a|-x:b c",
        "a; b;;c ~ a;b;c",
        "a | b || c && d ~ a;b;c;d",
        "& 'a' b ~ a|b",
        ". a b ~ a|b",
        "a > x b ~ a|b",
        "a 2>&1 b ~ a|b",
        "a *> 'x y' b ~ a|b",
        "a # b ~ a",
        "a <# b #> c ~ a|c",
        "a b#c ~ a|b#c",
        "$x = a b ~ a|b",
        "$x=a b ~ a|b",
        "$x += 'a' ~ a",
        "'a'+'b' ~ ab",
        "'a' + 'b' + 'c' ~ abc",
        "('a','b') + 'c' ~ a+b+c",
        "'{1}{0}' -f 'a','b' ~ ba",
        "'{2}{0}{x}' -f 'a' ~ {2}a{x}",
        "'a','b' -join '-' ~ a-b",
        "-join ('a','b') ~ ab",
        "a 'b' + 'c' ~ a|b|+|c",
        "a --% b 'c | d ~ a|b 'c;d",
        "[X]::Start('a','b') ~ [X]::Start(a+b)",
        "(new x).Run(\"a b\", 0) ~ new|x;.Run(a b+0)",
      })
  void arguments_are_told_apart(String script, String expected) {
    assertThat(shape(script)).isEqualTo(expected);
  }

  @Test
  void blocks_and_groups_give_their_commands() {
    assertThat(shape("if (a b) { c d } else { e }")).isEqualTo("a|b;c|d;e;if|||else|");
    assertThat(shape("while(1){a;b}")).isEqualTo("1;a;b;while()|");
    assertThat(shape("$(a b)")).startsWith("a|b");
  }

  @Test
  void here_strings_end_with_their_mark() {
    assertThat(shape("a @'\nb 'c' \"d\"\n'@ e")).isEqualTo("a|b 'c' \"d\"|e");
    assertThat(shape("a @\"\nb `\"c\"\n\"@")).isEqualTo("a|b `\"c\"");
  }

  @Test
  void typographic_quotes_are_quotes() {
    assertThat(shape("a \u2018b c\u2019 \u201cd e\u201d")).isEqualTo("a|b c|d e");
  }

  @Test
  void the_source_of_a_pipe_is_known() {
    List<PowerShellCommand> commands = read("a | b; c || d");
    assertThat(commands.get(1).source()).isSameAs(commands.get(0));
    assertThat(commands.get(2).source()).isNull();
    assertThat(commands.get(3).source()).isNull();
  }

  @Test
  void the_variable_of_an_assignment_is_known() {
    assertThat(read("$a.b = 'c'").get(0).variable()).isEqualTo("$a.b");
    assertThat(read("a").get(0).variable()).isEmpty();
  }

  @Test
  void parentheses_without_end_are_read_to_the_end() {
    assertThat(read("(".repeat(5000) + "a")).isNotEmpty();
    assertThat(read("{".repeat(5000) + "a")).isNotEmpty();
    assertThat(read(")}".repeat(5000) + "a")).hasSize(1);
  }
}
