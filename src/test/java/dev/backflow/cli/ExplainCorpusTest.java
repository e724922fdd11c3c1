package dev.backflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * The labelled lines through the command, as a script would ask: every answer is exactly its label.
 */
class ExplainCorpusTest {
  private static final String CORPUS = "/dev/backflow/detection/command-lines.jsonl";

  @TempDir private Path folder;

  @Test
  void every_labelled_line_is_answered_exactly() throws IOException {
    String rows;
    try (InputStream in = getClass().getResourceAsStream(CORPUS)) {
      rows = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    List<String> labels = rows.lines().toList();
    List<String> answers = answers(rows);
    assertThat(answers).hasSameSizeAs(labels);
    ObjectMapper json = new ObjectMapper();
    for (int i = 0; i < labels.size(); i++) {
      JsonNode label = json.readTree(labels.get(i));
      JsonNode answer = json.readTree(answers.get(i));
      for (String field : List.of("id", "reverse", "destination")) {
        assertThat(answer.get(field)).as(labels.get(i)).isEqualTo(label.get(field));
      }
      assertThat(sorted(answer.get("forwards")))
          .as(labels.get(i))
          .isEqualTo(sorted(label.get("forwards")));
    }
  }

  private List<String> answers(String rows) throws IOException {
    Path file = folder.resolve("lines.jsonl");
    Files.writeString(file, rows);
    StringWriter out = new StringWriter();
    int exit =
        new CommandLine(new ExplainCommand())
            .setOut(new PrintWriter(out, true))
            .execute("--batch", file.toString());
    assertThat(exit).isZero();
    return out.toString().lines().toList();
  }

  private static Set<String> sorted(JsonNode forwards) {
    Set<String> sorted = new TreeSet<>();
    forwards.forEach(f -> sorted.add(f.toString()));
    return sorted;
  }
}
