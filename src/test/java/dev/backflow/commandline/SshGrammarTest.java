package dev.backflow.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SshGrammarTest {
  private static final RemoteForward WEB = RemoteForward.tcp(null, 8080, "localhost", 80);

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "ssh -R 8080:localhost:80 u@h",
        "ssh -R8080:localhost:80 u@h",
        "ssh u@h -R 8080:localhost:80",
        "ssh u@h -N -R 8080:localhost:80 sleep 5",
        "ssh -fN2R8080:localhost:80 u@h",
        "ssh -No \"RemoteForward 8080 localhost:80\" u@h",
        "ssh \"-o RemoteForward=8080 localhost:80\" u@h",
        "ssh -o \"Remote\\\"Forward\\\" 8080 localhost:80\" u@h",
        "ssh -W a:22 -oClearAllForwardings=no -R 8080:localhost:80 u@h",
        "ssh -oClearAllForwardings=no -oClearAllForwardings=yes -R 8080:localhost:80 u@h",
        "ssh -i -- -R 8080:localhost:80 u@h",
        "ssh -NPR 8080:localhost:80 u@h",
        "ssh -oIgnoreUnknown=x* -oXyz=1 -R 8080:localhost:80 u@h",
        "ssh -O forward -S x -R 8080:localhost:80 u@h"
      })
  void the_line_asks_for_the_forward(String line) {
    ClientReading reading = read(line);
    assertThat(reading.requested()).containsExactly(WEB);
    assertThat(reading.destination()).isEqualTo(new Destination("u", "h", 22));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "ssh u@h ls -R /srv",
        "ssh -- u@h -R 8080:localhost:80",
        "ssh u@h -- -R 8080:localhost:80",
        "ssh -i -- u@h -R 8080:localhost:80",
        "ssh -i k u@h x -R 8080:localhost:80",
        "ssh -o \"RemoteCommand=ls -R /srv\" u@h",
        "ssh -b -R u@h",
        "ssh -o \"Remote\\\"Forward 8080 localhost:80\" u@h"
      })
  void the_line_names_no_forward_and_connects(String line) {
    ClientReading reading = read(line);
    assertThat(reading.outcome()).isEqualTo(Outcome.CONNECTS);
    assertThat(reading.reverseAsked()).isFalse();
    assertThat(reading.requested()).isEmpty();
    assertThat(reading.destination().host()).isEqualTo("h");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "ssh -R 8080:localhost u@h",
        "ssh -R=8080:localhost:80 u@h",
        "ssh -oRemoteForward=8080:localhost:80 u@h",
        "ssh -o \"RemoteForward 8080 localhost:80 x\" u@h",
        "ssh -o \"remote\\\"Forward\\\"=8080 localhost:80\" u@h",
        "ssh -fR 8080:localhost:80 u@h",
        "ssh -R 8080:localhost:80 -oBatchMode=maybe u@h",
        "ssh -R 8080:localhost:80 -oNoSuchThing=1 u@h",
        "ssh -R 8080:localhost:80 -Z u@h",
        "ssh --R 8080:localhost:80 u@h",
        "ssh -r 8080:localhost:80 u@h",
        "ssh -R 8080:localhost:80 -J a -J b u@h",
        "ssh -R 8080:localhost:80 -c rot13 u@h",
        "ssh -R 8080:localhost:80 -p 0 u@h",
        "ssh -R 8080:localhost:80 -N -s u@h x",
        "ssh -R 8080:localhost:80 -J h u@h",
        "ssh -R 8080:localhost:80 -oRemoteCommand=x u@h y",
        "ssh -R 8080:localhost:80 -y -E log u@h",
        "ssh -1 -R 8080:localhost:80 u@h"
      })
  void the_line_wants_a_forward_and_ssh_refuses_it(String line) {
    ClientReading reading = read(line);
    assertThat(reading.outcome()).isInstanceOf(Outcome.Refuses.class);
    assertThat(reading.reverseAsked()).isTrue();
    assertThat(reading.requested()).isEmpty();
    assertThat(reading.destination()).isNull();
    assertThat(reading.apparent()).isEqualTo(new Destination("u", "h", 22));
  }

  @Test
  void what_only_informs_never_connects() {
    assertThat(read("ssh -V -R 8080:localhost:80 u@h").destination()).isNull();
    assertThat(read("ssh -Q cipher -R 8080:localhost:80 u@h").destination()).isNull();
    ClientReading printed = read("ssh -G -R 8080:localhost:80 u@h");
    assertThat(printed.outcome()).isInstanceOf(Outcome.Informs.class);
    assertThat(printed.destination()).isEqualTo(new Destination("u", "h", 22));
    assertThat(read("ssh -O cancel -R 8080:localhost:80 u@h").requested()).isEmpty();
    assertThat(read("ssh -Z -V u@h").outcome()).isInstanceOf(Outcome.Refuses.class);
  }

  @Test
  void forwards_the_line_switches_off_are_told_apart() {
    ClientReading cleared = read("ssh -R 8080:localhost:80 -oClearAllForwardings=yes u@h");
    assertThat(cleared.switchedOff()).contains("ClearAllForwardings");
    assertThat(cleared.unrequested()).containsExactly(WEB);
    assertThat(read("ssh -W a:22 -R 8080:localhost:80 u@h").switchedOff()).contains("-W");
  }

  @Test
  void the_first_login_port_and_command_line_value_win() {
    assertThat(read("ssh -p 443 -l a -oPort=22 -oUser=b ssh://c@h:2222").destination())
        .isEqualTo(new Destination("a", "h", 443));
    assertThat(read("ssh -oHostName=real.%h u@H -p 8022").destination())
        .isEqualTo(new Destination("u", "real.h", 8022));
  }

  @Test
  void a_forward_given_twice_is_asked_for_once() {
    assertThat(read("ssh -R 1080 -R 1080 -oRemoteForward=1080 h").requested())
        .containsExactly(RemoteForward.socks(null, 1080));
  }

  @Test
  void facts_are_what_triage_weighs() {
    ConnectionFacts facts =
        read("ssh -fN -J a,u@b -i k1 -oIdentityFile=k2 -L 1:x:2 -D 3 -F cfg"
                + " -oStrictHostKeyChecking=no h")
            .facts();
    assertThat(facts.hops()).containsExactly("a", "u@b");
    assertThat(facts.identityFiles()).containsExactly("k1", "k2");
    assertThat(facts.localForwards()).containsExactly("-L 1:x:2", "-D 3");
    assertThat(facts.configFile()).isEqualTo("cfg");
    assertThat(facts.hostKeyCheckOff()).isEqualTo("StrictHostKeyChecking=no");
    assertThat(facts.noCommand()).isTrue();
    assertThat(facts.background()).isTrue();
    assertThat(read("ssh h ls -R /").facts().remoteCommand()).isEqualTo("ls -R /");
    assertThat(read("ssh -oProxyCommand=\"=nc %h %p\" h").facts().proxyCommand())
        .isEqualTo("nc %h %p");
    assertThat(
            read("ssh -oStrictHostKeyChecking=accept-new -oUserKnownHostsFile=NUL h")
                .facts()
                .hostKeyCheckOff())
        .isNotNull();
    assertThat(read("ssh -oStrictHostKeyChecking=accept-new h").facts().hostKeyCheckOff()).isNull();
  }

  @Test
  void the_version_decides_what_the_tag_option_takes() {
    List<String> argv = argv("ssh -NPR 8080:localhost:80 u@h");
    assertThat(ClientGrammar.ssh(argv, "8.6.0.1").requested()).containsExactly(WEB);
    assertThat(ClientGrammar.ssh(argv, "9.5.4.1").requested()).isEmpty();
    assertThat(ClientGrammar.ssh(argv, null).requested()).containsExactly(WEB);
    List<String> tagged = argv("ssh -P -R -R 8080:localhost:80 u@h");
    assertThat(ClientGrammar.ssh(tagged, "9.8.1.0").requested()).containsExactly(WEB);
    assertThat(ClientGrammar.ssh(tagged, null).requested()).containsExactly(WEB);
    assertThat(ClientGrammar.ssh(argv, "unknown").requested()).containsExactly(WEB);
  }

  @Test
  void every_argument_of_a_line_has_a_meaning() {
    for (String line :
        List.of(
            "ssh -NT -R 8080:localhost:80 -o BatchMode=yes u@h -- ls -R",
            "plink -N -P 22 -pw x -R 1:a:2 u@h ls",
            "scp -r -P 22 a u@h:b")) {
      List<String> argv = argv(line);
      ClientReading reading =
          line.startsWith("plink")
              ? ClientGrammar.putty(argv, PuttyTool.PLINK)
              : line.startsWith("scp") ? ClientGrammar.scp(argv) : read(line);
      for (int i = 1; i < argv.size() && !line.startsWith("scp"); i++) {
        int at = i;
        assertThat(reading.meanings()).as(line + " " + at).anyMatch(m -> m.argument() == at);
      }
    }
  }

  @Test
  void scp_and_sftp_name_a_server_and_never_forward() {
    ClientReading scp = ClientGrammar.scp(argv("scp -P 2222 -o RemoteForward=1080 f u@H:/tmp"));
    assertThat(scp.requested()).isEmpty();
    assertThat(scp.switchedOff()).contains("scp");
    assertThat(scp.destination()).isEqualTo(new Destination("u", "h", 2222));
    assertThat(ClientGrammar.scp(argv("scp C:\\f [::1]:x")).destination().host()).isEqualTo("::1");
    assertThat(ClientGrammar.scp(argv("scp scp://u@h:2222/f .")).destination().port())
        .isEqualTo(2222);
    assertThat(ClientGrammar.scp(argv("scp C:\\a D:\\b")).destination()).isNull();
    assertThat(ClientGrammar.sftp(argv("sftp -R 64 -oUser=x u@h:dir")).destination())
        .isEqualTo(new Destination("x", "h", 22));
  }

  private static ClientReading read(String line) {
    return ClientGrammar.ssh(argv(line), null);
  }

  private static List<String> argv(String line) {
    return WindowsArgv.texts(WindowsArgv.split(line));
  }
}
