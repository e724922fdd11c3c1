package dev.backflow.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "65535, 65535",
    "' +080', 80",
    "-0, 0",
    "http, 80",
    "https, 443",
    "ms-wbt-server, 3389",
    "microsoft-ds, 445",
    "ssh, 22",
    "domain, 53"
  })
  void a_port_is_a_number_or_the_name_of_a_service(String text, int port) {
    assertThat(Numbers.port(text)).isEqualTo(port);
  }

  @ParameterizedTest(name = "<{0}>")
  @ValueSource(
      strings = {"", " ", "65536", "-1", "0x50", "80 ", "8O", "HTTP", "99999999999999999999", "+"})
  void anything_else_is_none(String text) {
    assertThat(Numbers.port(text)).isEqualTo(Numbers.NONE);
  }

  @ParameterizedTest
  @CsvSource({"60, 60", "1h30m, 5400", "2D, 172800", "1w, 604800", "0s, 0", "1m1, 61"})
  void a_time_has_units(String text, int seconds) {
    assertThat(Numbers.time(text)).isEqualTo(seconds);
  }

  @ParameterizedTest(name = "<{0}>")
  @ValueSource(strings = {"", "x", "-1", "1y", "5x", "99999w", "m"})
  void what_is_no_time_is_none(String text) {
    assertThat(Numbers.time(text)).isEqualTo(Numbers.NONE);
  }

  @Test
  void putty_reads_a_number_as_far_as_it_goes() {
    assertThat(Numbers.atoi("08080junk")).isEqualTo(8080);
    assertThat(Numbers.atoi(" -5x")).isEqualTo(-5);
    assertThat(Numbers.atoi("junk")).isZero();
    assertThat(Numbers.atoi("99999999999")).isEqualTo(Integer.MAX_VALUE);
  }
}
