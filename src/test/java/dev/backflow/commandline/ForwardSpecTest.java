package dev.backflow.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backflow.commandline.ForwardSpec.Use;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardSpecTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '>',
      value = {
        "1080 > SOCKS on 1080",
        "0 > SOCKS on 0",
        "*:1080 > SOCKS on *:1080",
        "8080:localhost:80 > localhost:80 on 8080",
        "0.0.0.0:8080:localhost:80 > localhost:80 on 0.0.0.0:8080",
        ":8080:localhost:80 > localhost:80 on :8080",
        "8080::80 > :80 on 8080",
        "[::1]:8080:[fe80::1%3]:80 > fe80::1%3:80 on ::1:8080",
        "[8080]:[localhost]:[80] > localhost:80 on 8080",
        "http:localhost:ssh > localhost:22 on 80",
        "+8080:localhost:080 > localhost:80 on 8080",
        "8080:localhost:80: > localhost:80 on 8080",
        "8080:localhost:80:\\ > localhost:80 on 8080",
        "8080:local\\:host:80 > local:host:80 on 8080",
        "8080:/var/run/s > /var/run/s on 8080",
        "/tmp/s > SOCKS on /tmp/s",
        "/tmp/s:localhost:80 > localhost:80 on /tmp/s",
        "/tmp/s:/tmp/t > /tmp/t on /tmp/s",
        "*:8080:/tmp/t > /tmp/t on *:8080",
        "8080/localhost/80 > SOCKS on 8080/localhost/80",
        "/tmp/s:1080 > SOCKS on /tmp/s:1080"
      })
  void is_read_as_ssh_reads_it(String spec, String expected) {
    assertThat(shown(ForwardSpec.parse(spec, Use.REMOTE, new StepCount()))).isEqualTo(expected);
  }

  @ParameterizedTest(name = "<{0}>")
  @ValueSource(
      strings = {
        "",
        " ",
        "x",
        "8080:localhost",
        "=8080:localhost:80",
        "99999:localhost:80",
        "-1:localhost:80",
        "0x50:localhost:80",
        "8080:localhost:0",
        "8080:localhost:nosuch",
        "80 80:localhost:80",
        "a:1:b:2:c",
        "[::1:80",
        "[::1]x:80:h:80",
        "8080:localhost:80::",
        "${:h:80",
        "${}:h:80"
      })
  void what_ssh_refuses_is_refused(String spec) {
    assertThat(ForwardSpec.parse(spec, Use.REMOTE, new StepCount())).isNull();
  }

  @Test
  void leading_white_space_is_skipped_and_trailing_is_not() {
    assertThat(ForwardSpec.parse("\t 8080:h:80", Use.REMOTE, new StepCount())).isNotNull();
    assertThat(ForwardSpec.parse("8080:h:80 ", Use.REMOTE, new StepCount())).isNull();
  }

  @Test
  void a_variable_is_kept_as_text_and_its_port_is_not_known() {
    ForwardSpec spec = ForwardSpec.parse("${PORT}:localhost:80", Use.REMOTE, new StepCount());
    assertThat(spec.variable()).isTrue();
    assertThat(spec.toRemoteForward())
        .isEqualTo(new RemoteForward(null, null, "localhost", 80, false, null, null));
  }

  @Test
  void each_place_allows_its_own_fields_and_port_zero_is_for_the_server_alone() {
    assertThat(parses("1080", Use.LOCAL)).isFalse();
    assertThat(parses("0:h:80", Use.LOCAL)).isFalse();
    assertThat(parses("1:h:80", Use.LOCAL)).isTrue();
    assertThat(parses("0", Use.DYNAMIC)).isFalse();
    assertThat(parses("h:1080", Use.DYNAMIC)).isTrue();
    assertThat(parses("1:h:80", Use.DYNAMIC)).isFalse();
    assertThat(parses("0", Use.REMOTE_LISTEN)).isTrue();
    assertThat(parses("8080:h:80", Use.REMOTE_LISTEN)).isFalse();
    assertThat(parses("8080:80", Use.REMOTE_TARGET)).isFalse();
    assertThat(parses("8080:/s", Use.REMOTE_TARGET)).isTrue();
  }

  private static boolean parses(String spec, Use use) {
    return ForwardSpec.parse(spec, use, new StepCount()) != null;
  }

  private static @Nullable String shown(@Nullable ForwardSpec spec) {
    if (spec == null) {
      return null;
    }
    RemoteForward f = spec.toRemoteForward();
    String address = f.bindAddress() == null ? "" : f.bindAddress() + ":";
    String listen = f.listenPath() == null ? address + f.bindPort() : f.listenPath();
    if (f.dynamic()) {
      return "SOCKS on " + listen;
    }
    String path = f.connectPath();
    return (path == null ? f.targetHost() + ":" + f.targetPort() : path) + " on " + listen;
  }
}
