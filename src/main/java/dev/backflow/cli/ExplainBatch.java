package dev.backflow.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.backflow.detection.CommandLineDecider;
import dev.backflow.detection.Subject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides a file of lines, one JSON object each, and answers every one in the same order. */
final class ExplainBatch {
  private final CommandLineDecider decider;
  private final DecisionJson json;

  /** Thrown for a row that is no question; the message names what is wrong and the remedy. */
  private static final class BadRow extends Exception {
    private static final long serialVersionUID = 1;

    private final String what;

    BadRow(String what) {
      super(what);
      this.what = what;
    }
  }

  ExplainBatch(CommandLineDecider decider) {
    this.decider = decider;
    this.json = new DecisionJson(decider);
  }

  /**
   * Answers every row that is not blank.
   *
   * @return the number of rows that were no question; each is answered with its line number and
   *     error
   */
  int run(BufferedReader rows, PrintWriter out) throws IOException {
    int bad = 0;
    long number = 0;
    for (String row = rows.readLine(); row != null; row = rows.readLine()) {
      number++;
      if (row.isBlank()) {
        continue;
      }
      JsonNode read = null;
      try {
        read = json.mapper().readTree(row);
        out.println(answer(read));
      } catch (JsonProcessingException e) {
        bad++;
        out.println(error(number, null, "not a JSON object: " + e.getOriginalMessage()));
      } catch (BadRow e) {
        bad++;
        out.println(error(number, read, e.what));
      }
    }
    out.flush();
    return bad;
  }

  private String answer(JsonNode row) throws BadRow, JsonProcessingException {
    if (!row.isObject()) {
      throw new BadRow("not a JSON object: give {\"id\":…,\"image\":…,\"command_line\":…}");
    }
    Subject subject =
        new Subject(
            text(row, "image"),
            text(row, "original_file_name"),
            text(row, "description"),
            text(row, "product"),
            text(row, "file_version"),
            text(row, "sha256"),
            commandLine(row),
            List.of());
    ObjectNode answer = json.object();
    answer.set("id", row.path("id").isMissingNode() ? null : row.get("id"));
    answer.setAll(json.of(subject, decider.explain(subject)));
    return json.mapper().writeValueAsString(answer);
  }

  private static String commandLine(JsonNode row) throws BadRow {
    String line = text(row, "command_line");
    if (line == null) {
      throw new BadRow("no command_line: give the command line as a string");
    }
    return line;
  }

  private static @Nullable String text(JsonNode row, String field) throws BadRow {
    JsonNode value = row.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isTextual()) {
      throw new BadRow(field + " is not a string");
    }
    return value.textValue();
  }

  private String error(long number, @Nullable JsonNode row, String message)
      throws JsonProcessingException {
    ObjectNode object = json.object();
    object.set("id", row == null || row.path("id").isMissingNode() ? null : row.get("id"));
    object.put("line", number);
    object.put("error", message);
    return json.mapper().writeValueAsString(object);
  }
}
