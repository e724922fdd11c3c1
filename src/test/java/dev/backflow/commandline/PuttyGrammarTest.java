package dev.backflow.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PuttyGrammarTest {
  private static final RemoteForward WEB = RemoteForward.tcp(null, 8080, "localhost", 80);
  private static final String KEY = "SHA256:0123456789abcdefghijABCDEFGHIJ0123456789abc";

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "plink -N -R 8080:localhost:80 u@h",
        "plink u@h -R 8080:localhost:80 -N",
        "plink h -l u -R 8080:localhost:http",
        "plink -R 08080junk:localhost:80junk ssh,u@h",
        "plink -telnet -ssh -R 8080:localhost:80 u@h",
        "plink -R 8080:x:1 -R 8080:localhost:80 u@h",
        "plink -R 8080:localhost:80 -load saved u@h",
        "plink -nc a:1 -R 8080:localhost:80 u@h",
        "plink -hostkey " + KEY + " -R 8080:localhost:80 \" u@h:99 \"",
        "plink -l u telnet,h -ssh -R 8080:localhost:80 ls -R"
      })
  void the_line_asks_for_the_forward(String line) {
    ClientReading reading = plink(line);
    assertThat(reading.requested()).containsExactly(WEB);
    assertThat(reading.destination()).isEqualTo(new Destination("u", "h", 22));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "plink -R8080:localhost:80 u@h",
        "plink -NR 8080:localhost:80 u@h",
        "plink -r 8080:localhost:80 u@h",
        "plink -R 1080 u@h",
        "plink -R [a:b:c u@h",
        "plink -N -oRemoteForward=1080 u@h",
        "plink -R 8080:localhost:80 -L nocolon u@h",
        "plink -R 8080:localhost:80 -hostkey md5 u@h",
        "plink -R 8080:localhost:80 -sercfg 9600 u@h",
        "plink -R 8080:localhost:80 u@h -pw",
        "plink -R 8080:localhost:80 bogus,u@h",
        "plink -P junk -R 8080:localhost:80 u@h"
      })
  void the_line_wants_a_forward_and_plink_refuses_it(String line) {
    ClientReading reading = plink(line);
    assertThat(reading.outcome()).isInstanceOf(Outcome.Refuses.class);
    assertThat(reading.reverseAsked()).isTrue();
    assertThat(reading.requested()).isEmpty();
    assertThat(reading.destination()).isNull();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "8080:localhost",
        "8080:/s",
        "0:h:80",
        "x:h:80",
        "8080:h:nosuch",
        "8080:[::1]",
        ":"
      })
  void one_colon_or_no_port_is_accepted_and_not_asked_for(String value) {
    ClientReading reading = plink("plink -N -R " + value + " u@h");
    assertThat(reading.outcome()).isEqualTo(Outcome.CONNECTS);
    assertThat(reading.requested()).isEmpty();
    assertThat(reading.unrequested()).hasSize(1);
    assertThat(reading.reverseAsked()).isTrue();
  }

  @Test
  void addresses_lose_their_brackets_and_other_hosts_keep_them() {
    assertThat(plink("plink -R [::1]:80:[2001:db8::9]:81 h").requested())
        .containsExactly(RemoteForward.tcp("::1", 80, "2001:db8::9", 81));
    assertThat(plink("plink -R 80:[x]:81 h").requested())
        .containsExactly(RemoteForward.tcp(null, 80, "[x]", 81));
    assertThat(plink("plink -R :81:a:80 h").requested())
        .containsExactly(RemoteForward.tcp("", 81, "a", 80));
  }

  @Test
  void of_two_that_listen_alike_the_first_in_plinks_table_is_asked_for() {
    ClientReading reading = plink("plink -R localhost:8080:c:3 -R 8080:a:1 h");
    assertThat(reading.requested()).containsExactly(RemoteForward.tcp(null, 8080, "a", 1));
    assertThat(reading.unrequested()).hasSize(1);
  }

  @Test
  void other_protocols_forward_nothing_and_the_last_one_counts() {
    ClientReading telnet = plink("plink -telnet -R 8080:localhost:80 u@h");
    assertThat(telnet.switchedOff()).contains("telnet");
    assertThat(telnet.destination()).isEqualTo(new Destination(null, "h", 23));
    assertThat(plink("plink -ssh -raw -P 22 -R 8080:localhost:80 h").requested()).isEmpty();
    assertThat(plink("plink -telnet -pw x h").outcome()).isInstanceOf(Outcome.Refuses.class);
  }

  @Test
  void a_value_is_the_next_word_whatever_it_is() {
    ClientReading reading = plink("plink -pw -R -N u@h");
    assertThat(reading.reverseAsked()).isFalse();
    assertThat(reading.facts().inlinePassword()).isTrue();
  }

  @Test
  void a_session_loaded_after_the_host_throws_the_host_away() {
    ClientReading reading = plink("plink u@h -R 8080:localhost:80 -load x");
    assertThat(reading.outcome()).isInstanceOf(Outcome.Refuses.class);
    assertThat(reading.facts().configFile()).isEqualTo("x");
    ClientReading alone = plink("plink -R 8080:localhost:80 -load x");
    assertThat(alone.outcome()).isEqualTo(Outcome.CONNECTS);
    assertThat(alone.destination()).isNull();
  }

  @Test
  void what_prints_and_ends_makes_no_connection() {
    for (String word : List.of("-V", "--version", "--help", "-pgpfp", "-shareexists")) {
      assertThat(plink("plink " + word + " -R 8080:localhost:80 h").outcome())
          .as(word)
          .isInstanceOf(Outcome.Informs.class);
    }
  }

  @Test
  void putty_reads_a_second_word_as_port_and_has_no_remote_command() {
    ClientReading port =
        ClientGrammar.putty(argv("putty -R 8080:localhost:80 u@h 2222"), PuttyTool.PUTTY);
    assertThat(port.requested()).containsExactly(WEB);
    assertThat(port.destination()).isEqualTo(new Destination("u", "h", 2222));
    assertThat(
            ClientGrammar.putty(argv("putty h 22 ls -R 8080:localhost:80"), PuttyTool.PUTTY)
                .outcome())
        .isInstanceOf(Outcome.Refuses.class);
    assertThat(ClientGrammar.putty(argv("putty -cleanup"), PuttyTool.PUTTY).outcome())
        .isInstanceOf(Outcome.Informs.class);
  }

  @Test
  void kitty_has_options_of_its_own() {
    List<String> argv = argv("klink -auto-store-sshkey -pass x -R 8080:localhost:80 u@h");
    ClientReading klink = ClientGrammar.putty(argv, PuttyTool.KLINK);
    assertThat(klink.requested()).containsExactly(WEB);
    assertThat(klink.facts().hostKeyCheckOff()).isNotNull();
    assertThat(klink.facts().inlinePassword()).isTrue();
    assertThat(ClientGrammar.putty(argv, PuttyTool.PLINK).outcome())
        .isInstanceOf(Outcome.Refuses.class);
  }

  @Test
  void host_keys_have_three_forms() {
    assertThat(PuttyHostKey.isValid(KEY)).isTrue();
    assertThat(PuttyHostKey.isValid("ssh-ed25519 255 " + KEY)).isTrue();
    assertThat(PuttyHostKey.isValid("MD5:" + "a1:".repeat(15) + "b2")).isTrue();
    assertThat(PuttyHostKey.isValid("AAAAC3NzaC1lZDI1NTE5AAAA")).isTrue();
    assertThat(PuttyHostKey.isValid(KEY + "x")).isFalse();
    assertThat(PuttyHostKey.isValid("a1:".repeat(15) + ":2")).isFalse();
    assertThat(PuttyHostKey.isValid("")).isFalse();
  }

  private static ClientReading plink(String line) {
    return ClientGrammar.putty(argv(line), PuttyTool.PLINK);
  }

  private static List<String> argv(String line) {
    return WindowsArgv.texts(WindowsArgv.split(line));
  }
}
