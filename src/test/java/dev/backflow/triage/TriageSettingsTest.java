package dev.backflow.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backflow.commandline.Destination;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TriageSettingsTest {
  private final TriageSettings settings =
      TriageSettings.builder().ownDomains(List.of("Corp.Example.com")).build();

  @ParameterizedTest
  @CsvSource({
    "203.0.113.7,LITERAL_IP",
    "2001:db8::7,LITERAL_IP",
    "[2001:db8::7],LITERAL_IP",
    "10.1.2.3,OWN",
    "172.31.255.255,OWN",
    "172.32.0.0,LITERAL_IP",
    "192.168.118.4,OWN",
    "::1,OWN",
    "fe80::1%eth0,OWN",
    "::ffff:10.0.0.1,OWN",
    "::ffff:203.0.113.7,LITERAL_IP",
    "jump.corp.example.com,OWN",
    "CORP.example.com,OWN",
    "notcorp.example.com,NAME",
    "serveo.net,RELAY",
    "a.pinggy.io,RELAY",
    "serveo.net.example.org,NAME",
    "1.2.3,NAME",
    "1.2.3.256,NAME",
  })
  void a_server_is_classed_by_what_is_written_never_by_a_resolver(
      String host, ServerClass expected) {
    assertThat(settings.classify(new Destination(null, host, 22))).isEqualTo(expected);
  }

  @Test
  void a_line_without_a_destination_has_an_unknown_server() {
    assertThat(settings.classify(null)).isEqualTo(ServerClass.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"10.0.0.0/33", "fd00::/129", "10.0.0.0/x", "corp", "10.0.0/8", "10.0.0.0/-1"})
  void a_network_that_is_none_is_refused_by_name(String text) {
    assertThatThrownBy(() -> TriageSettings.builder().ownNetworks(List.of(text)).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(text);
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8,10.255.0.1,true",
    "10.0.0.0/9,10.128.0.1,false",
    "203.0.113.7,203.0.113.7,true",
    "203.0.113.6/31,203.0.113.7,true",
    "fd00::/8,fdff::1,true",
    "0.0.0.0/0,198.51.100.1,true",
    "::/0,198.51.100.1,false"
  })
  void a_network_contains_what_shares_its_prefix(String network, String address, boolean expected) {
    assertThat(Network.parse(network).contains(Addresses.literal(address))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "127.0.0.2",
        "::1",
        "::ffff:127.0.0.1",
        "0.0.0.0",
        "::",
        "",
        "LOCALHOST",
        "[::1]"
      })
  void loopback_has_many_spellings(String text) {
    assertThat(Addresses.isLoopback(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "128.0.0.1",
        "::2",
        "localhost.example.com",
        "1::1",
        ":::",
        "12345::",
        "1:2:3:4:5:6:7:8:9"
      })
  void other_text_is_not_loopback(String text) {
    assertThat(Addresses.isLoopback(text)).isFalse();
  }
}
