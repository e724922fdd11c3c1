package dev.backflow.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostWordTest {

  @Test
  void the_login_ends_at_the_last_at_sign() {
    assertThat(HostWord.destination("h")).isEqualTo(new HostWord(null, "h", null));
    assertThat(HostWord.destination("u@x@h")).isEqualTo(new HostWord("u@x", "h", null));
    assertThat(HostWord.destination("CORP\\u@h:22"))
        .isEqualTo(new HostWord("CORP\\u", "h:22", null));
    assertThat(HostWord.destination("u@")).isEqualTo(new HostWord("u", "", null));
  }

  @Test
  void an_address_may_name_login_and_port() {
    assertThat(HostWord.destination("ssh://h")).isEqualTo(new HostWord(null, "h", null));
    assertThat(HostWord.destination("ssh://u%40x;k=v@h.:2222/"))
        .isEqualTo(new HostWord("u@x", "h", 2222));
    assertThat(HostWord.destination("ssh://h:http")).isEqualTo(new HostWord(null, "h", 80));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@h",
        "ssh://",
        "ssh://@h",
        "ssh://h/path",
        "ssh://h:22/path",
        "ssh://h:0",
        "ssh://h:x",
        "ssh://-h",
        "ssh://a..b",
        "ssh://[::1]",
        "ssh://%zz@h"
      })
  void what_ssh_answers_with_its_usage_is_none(String word) {
    assertThat(HostWord.destination(word)).isNull();
  }

  @Test
  void hops_come_in_the_order_of_travel() {
    assertThat(JumpSpec.parse("u@a:22,b,ssh://c:2222"))
        .containsExactly("u@a:22", "b", "ssh://c:2222");
    assertThat(JumpSpec.parse("a # comment")).containsExactly("a");
    assertThat(JumpSpec.parse("-x")).isNull();
    assertThat(JumpSpec.parse("a,-x")).isNull();
    assertThat(JumpSpec.parse("a;b")).isNull();
    assertThat(JumpSpec.parse("u'@h")).isNull();
    assertThat(JumpSpec.parse("ssh://u;x@h")).containsExactly("ssh://u;x@h");
    assertThat(JumpSpec.parse("none")).isEmpty();
    for (String bad : List.of("", ",", "a,", "@a", "a:0", "a:x", "[a")) {
      assertThat(JumpSpec.parse(bad)).as(bad).isNull();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "127.1, 127.0.0.1",
    "0x7f.1, 127.0.0.1",
    "2130706433, 127.0.0.1",
    "192.0.2.077, 192.0.2.63",
    "1, 0.0.0.1",
    "WEB02.Example, web02.example",
    "1.2.3.256, 1.2.3.256",
    "08.1, 08.1",
    "1.2.3.4.5, 1.2.3.4.5",
    "0x, 0x",
    "FE80::1, FE80::1",
    "127.0.0.1., 127.0.0.1."
  })
  void a_host_is_shown_as_ssh_uses_it(String written, String used) {
    assertThat(Addresses.canonical(written)).isEqualTo(used);
  }
}
