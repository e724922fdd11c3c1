package dev.backflow.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backflow.commandline.RemoteForward;
import dev.backflow.telemetry.Host;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForwardTextTest {
  private static final Host HOST = new Host("h", "ws042", "windows", List.of());

  @Test
  void a_forward_reads_as_where_the_server_listens_and_what_that_reaches() {
    assertThat(ForwardText.arrow(RemoteForward.tcp("0.0.0.0", 1251, "127.0.0.1", 3389)))
        .isEqualTo("0.0.0.0:1251 -> 127.0.0.1:3389 (RDP)");
    assertThat(ForwardText.arrow(RemoteForward.tcp("", 8080, "::1", 4711)))
        .isEqualTo("*:8080 -> [::1]:4711 (port 4711)");
    assertThat(ForwardText.arrow(RemoteForward.socks(null, 1080))).isEqualTo("port 1080 -> SOCKS");
    assertThat(ForwardText.arrow(RemoteForward.socks(null, 0)))
        .isEqualTo("a port of its choice -> SOCKS");
  }

  @Test
  void sockets_are_named_by_their_paths() {
    RemoteForward socket =
        new RemoteForward(null, null, null, null, false, "/tmp/s", "/var/run/docker.sock");

    assertThat(ForwardText.arrow(socket)).isEqualTo("socket /tmp/s -> /var/run/docker.sock");
    assertThat(ForwardText.exposed(socket, HOST)).isEqualTo("the socket /var/run/docker.sock");
  }

  @Test
  void what_is_exposed_is_seen_from_the_host() {
    assertThat(ForwardText.exposed(RemoteForward.tcp(null, 1, "localhost", 445), HOST))
        .isEqualTo("SMB of this host (localhost:445)");
    assertThat(ForwardText.exposed(RemoteForward.tcp(null, 1, "192.0.2.9", 445), HOST))
        .isEqualTo("SMB of another host (192.0.2.9:445)");
  }
}
