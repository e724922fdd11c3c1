package dev.backflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class NormalizeCommandTest {
  private static final String START =
      "{\"event_simpleName\":\"ProcessRollup2\",\"aid\":\"a\",\"cid\":\"c\",\"id\":\"1\",\"timestamp\":"
          + "\"1772590651437\",\"event_platform\":\"Win\",\"ImageFileName\":\"\\\\Device\\\\x\\\\ssh.exe\","
          + "\"CommandLine\":\"ssh.exe \\\"-R\\\" 8080:h:80 \\u00e9@203.0.113.5\"}";

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final StringWriter err = new StringWriter();

  private int run(OutputStream to, String... args) {
    return new CommandLine(new NormalizeCommand(to)).setErr(new PrintWriter(err)).execute(args);
  }

  private List<JsonNode> documents() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    return out.toString(StandardCharsets.UTF_8)
        .lines()
        .map(
            line -> {
              try {
                return mapper.readTree(line);
              } catch (IOException e) {
                throw new AssertionError(line, e);
              }
            })
        .toList();
  }

  @Test
  void each_event_is_a_document_that_says_where_it_stood() throws IOException {
    Path file = Files.writeString(folder.resolve("a.json"), "{\"x\":1}\n" + START + "\n");
    assertThat(run(out, file.toString())).isZero();
    JsonNode document = documents().get(0);
    assertThat(documents()).hasSize(1);
    assertThat(document.at("/log/file/path").asText()).isEqualTo(file.toString());
    assertThat(document.at("/log/offset").asLong()).isEqualTo(8);
    assertThat(document.at("/backflow/source").asText()).isEqualTo("crowdstrike_fdr");
    assertThat(document.at("/process/args").toString())
        .isEqualTo("[\"ssh.exe\",\"-R\",\"8080:h:80\",\"\u00e9@203.0.113.5\"]");
    assertThat(err.toString())
        .contains("1 crowdstrike_fdr fdr ProcessStarted", "1 unknown", "0 put aside");
  }

  @Test
  void what_no_one_can_read_is_named_and_the_rest_written() throws IOException {
    Path file = Files.writeString(folder.resolve("a.json"), START + "\n{\"cut\n" + START);
    assertThat(run(out, file.toString())).isZero();
    assertThat(documents()).hasSize(2);
    assertThat(err.toString()).contains("put aside " + file + " record 2 (byte ", "1 put aside");
  }

  @Test
  void a_file_that_is_not_there_is_an_error_with_its_name() throws IOException {
    Path file = Files.writeString(folder.resolve("a.json"), START);
    assertThat(run(out, file.toString(), folder.resolve("none").toString())).isNotZero();
    assertThat(err.toString()).contains("none");
  }

  @Test
  void a_directory_is_every_file_in_it() throws IOException {
    Files.writeString(folder.resolve("a.json"), START);
    Files.writeString(folder.resolve("b.json"), START + START);
    assertThat(run(out, folder.toString())).isZero();
    assertThat(documents()).hasSize(3);
  }

  @Test
  void an_output_that_no_one_takes_is_no_fault_of_a_file() throws IOException {
    Path file = Files.writeString(folder.resolve("a.json"), START);
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    assertThat(run(closed, file.toString())).isNotZero();
    assertThat(err.toString())
        .contains("standard output cannot be written")
        .doesNotContain("cannot be read");
  }
}
