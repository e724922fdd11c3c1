package dev.backflow.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigLineTest {

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "RemoteForward 8080 h:80",
        "REMOTEFORWARD = 8080 h:80",
        "remoteforward=8080 h:80",
        "  RemoteForward\t8080\th:80 \t\f",
        "\"RemoteForward\" 8080 h:80",
        "Remote\"Forward\"8080 h:80",
        "=RemoteForward 8080 h:80",
        "RemoteForward 8080 \"h:80\"",
        "RemoteForward 8080 h:'80' # why"
      })
  void the_keyword_is_what_ssh_makes_of_it(String value) {
    ConfigLine line = ConfigLine.parse(value, new StepCount());
    assertThat(line.keyword()).isEqualTo("remoteforward");
    assertThat(line.words()).containsExactly("8080", "h:80");
  }

  @Test
  void one_equals_sign_is_passed_and_none_after_a_quote() {
    assertThat(words("RemoteForward==8080 h:80")).containsExactly("=8080", "h:80");
    assertThat(words("\"RemoteForward\"=8080 h:80")).containsExactly("=8080", "h:80");
  }

  @ParameterizedTest(name = "<{0}>")
  @ValueSource(strings = {"", " ", "#RemoteForward 1", "Remote\"Forward 1080"})
  void what_ssh_passes_over_is_nothing(String value) {
    assertThat(ConfigLine.parse(value, new StepCount()).keyword()).isEmpty();
  }

  @Test
  void words_know_both_quotes_and_a_few_escapes() {
    assertThat(words("User a\\ b")).containsExactly("a b");
    assertThat(words("User \"a\\\"b\" 'c\"d' e\\n")).containsExactly("a\"b", "c\"d", "e\\n");
    assertThat(words("User a#b #c")).containsExactly("a#b");
    assertThat(words("User \"\"")).containsExactly("");
  }

  @Test
  void a_quote_that_is_not_closed_has_no_words() {
    assertThat(ConfigLine.parse("User 'a b", new StepCount()).words()).isNull();
  }

  private static List<String> words(String value) {
    return ConfigLine.parse(value, new StepCount()).words();
  }
}
