package dev.backflow.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The value begins at « and is to reach to »; quotes before « are where it begins. */
class LooseValueTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "|«abc» d",
        "|«ab\"c d\"e» f",
        "|\"«a b»\" c",
        "|'«a b»' c",
        "|\\\"«a b»\\\" c",
        "|`\"«a b»`\" c",
        "|\"«a\\\"b c»\" d",
        "|\"«a\"\"b c»\" d",
        "|'«it''s»' d",
        "|'«a b»','c'",
        "|'«a b»')",
        "|«'a b",
        "|«\"a b c»",
        "\"x |«abc»\" d",
        "\"x |«abc» d\"",
        "\"x |\\\"«a b»\\\" d\"",
      })
  void a_value_reaches_as_far_as_the_widest_quoting_has_it(String marked) {
    int start = marked.indexOf('|');
    String text = marked.replaceAll("[|«»]", "");
    int open = marked.indexOf('«') - 1;
    boolean closed = marked.indexOf('»') >= 0;
    int end = closed ? marked.indexOf('»') - 2 : open + 2;
    assertThat(new LooseValue(text).at(start)).isEqualTo(new Range(open, end));
  }
}
