package dev.backflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ExplainCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  @Test
  void a_person_sees_every_argument_with_its_meaning_the_verdict_and_why() {
    assertThat(run("ssh -N -R 8080:localhost:80 u@vps.example.com")).isZero();
    assertThat(out.toString())
        .startsWith("FORWARD")
        .containsPattern("-N +no remote command, only forwards")
        .containsPattern("> 8080:localhost:80 +reverse forward: the server's port 8080")
        .containsPattern("u@vps.example.com +the SSH server")
        .contains("Why");
  }

  @Test
  void where_elastic_fires_and_the_program_does_not_forward_the_argument_is_named() {
    run("--image", "C:\\Windows\\System32\\OpenSSH\\ssh.exe", "ssh u@h.example.com ls -R /srv");
    assertThat(out.toString())
        .startsWith("NONE")
        .contains("Elastic: SSH reverse port forwarding fires on -R* in argument 3 (-R)")
        .contains("of that command")
        .contains("Sigma: ssh port forwarding fires");
  }

  @Test
  void where_elastic_misses_a_forward_it_is_said() {
    run("ssh -2R 8080:localhost:80 u@h.example.com");
    assertThat(out.toString()).contains("Elastic's rule does not fire").contains("no Sigma rule");
  }

  @Test
  void a_wrapped_command_is_explained_with_what_wraps_it_and_without_its_secret() {
    run("cmd /c \"echo y | plink.exe -pw Wint3r@Gate -R 1:a:2 u@h.example.com\"");
    assertThat(out.toString())
        .startsWith("FORWARD")
        .contains("cmd > pipeline")
        .contains("[REDACTED]")
        .doesNotContain("Wint3r@Gate");
  }

  @Test
  void control_characters_of_a_line_do_not_reach_the_terminal() {
    run("ssh -R 8080:localhost:80 \"u@h\u001b[2J\u202e.example.com\"");
    assertThat(out.toString())
        .doesNotContain("\u001b")
        .doesNotContain("\u202e")
        .contains("\\u001b");
  }

  @Test
  void no_line_of_text_is_wider_than_the_terminal() {
    run("ssh -o \"RemoteForward 8080 " + "very-long-name.".repeat(12) + "example.com:80\" u@h");
    assertThat(out.toString().lines()).allMatch(l -> l.length() <= 100);
  }

  @Test
  void json_is_one_object_with_the_promised_fields() throws IOException {
    run("--json", "plink.exe -ssh -P 443 -l bob -R 0.0.0.0:13389:10.0.0.5:3389 203.0.113.9");
    JsonNode object = new ObjectMapper().readTree(out.toString());
    assertThat(object.get("program").textValue()).isEqualTo("plink");
    assertThat(object.get("verdict").textValue()).isEqualTo("FORWARD");
    assertThat(object.get("reverse").booleanValue()).isTrue();
    assertThat(object.get("forwards"))
        .hasToString(
            "[{\"bind_address\":\"0.0.0.0\",\"bind_port\":13389,\"target_host\":\"10.0.0.5\","
                + "\"target_port\":3389,\"dynamic\":false,\"unix\":null}]");
    assertThat(object.get("destination"))
        .hasToString("{\"user\":\"bob\",\"host\":\"203.0.113.9\",\"port\":443}");
    assertThat(object.get("reasons")).isNotEmpty();
  }

  @Test
  void json_says_too_where_a_public_rule_decides_otherwise() throws IOException {
    run("--json", "ssh u@h.example.com sort -nR /tmp/l");
    JsonNode object = new ObjectMapper().readTree(out.toString());
    assertThat(object.get("verdict").textValue()).isEqualTo("NONE");
    assertThat(object.get("public_rules").get(0).textValue()).contains("argument 3 (-nR)");
  }

  @Test
  void a_batch_answers_in_order_and_a_bad_row_does_not_stop_the_rest() throws IOException {
    Path file = folder.resolve("lines.jsonl");
    Files.writeString(
        file,
        """
        {"id":"a","image":"C:\\\\x\\\\ssh.exe","command_line":"ssh -R 1080 h"}
        {"id":"b", broken

        {"id":"c","image":7,"command_line":"ssh h"}
        {"id":"d","image":null}
        [1]
        {"id":5,"command_line":"ssh -R /tmp/s:/tmp/t h"}
        """);
    assertThat(run("--batch", file.toString())).isEqualTo(ExitCodes.ERROR);
    List<JsonNode> answers = answers();
    assertThat(answers)
        .extracting(a -> a.get("id").asText(""))
        .containsExactly("a", "", "c", "d", "", "5");
    assertThat(answers.get(0).get("forwards").get(0).get("dynamic").booleanValue()).isTrue();
    assertThat(answers.get(1).get("line").intValue()).isEqualTo(2);
    assertThat(answers.get(2).get("error").textValue()).isEqualTo("image is not a string");
    assertThat(answers.get(3).get("error").textValue()).startsWith("no command_line");
    assertThat(answers.get(4).get("line").intValue()).isEqualTo(6);
    assertThat(answers.get(5).get("forwards").get(0).get("unix"))
        .hasToString("{\"listen_path\":\"/tmp/s\",\"connect_path\":\"/tmp/t\"}");
    assertThat(err.toString()).contains("4 row(s)");
  }

  @Test
  void a_batch_writes_ascii_whatever_the_terminal_can_show() throws IOException {
    Path file = folder.resolve("lines.jsonl");
    Files.writeString(file, "{\"id\":\"\u00fc\",\"command_line\":\"ssh -R 1080 \u00fc@h\"}\n");
    assertThat(run("--batch", file.toString())).isZero();
    assertThat(out.toString()).matches("\\p{ASCII}+");
    assertThat(answers().get(0).get("destination").get("user").textValue()).isEqualTo("\u00fc");
  }

  @Test
  void what_cannot_be_read_is_named() {
    assertThat(run("--batch", folder.resolve("none.jsonl").toString())).isEqualTo(ExitCodes.ERROR);
    assertThat(err.toString()).contains("No such file").contains("none.jsonl");
  }

  @Test
  void neither_or_both_of_line_and_batch_is_a_usage_error() {
    assertThat(run()).isEqualTo(2);
    assertThat(run("--batch", "x", "ssh h")).isEqualTo(2);
    assertThat(err.toString()).contains("Give either a COMMAND_LINE");
  }

  private int run(String... arguments) {
    return new CommandLine(new ExplainCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
        .execute(arguments);
  }

  private List<JsonNode> answers() throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<JsonNode> answers = new ArrayList<>();
    for (String line : out.toString().lines().toList()) {
      answers.add(json.readTree(line));
    }
    return answers;
  }
}
