package dev.backflow.detection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.backflow.commandline.Destination;
import dev.backflow.commandline.RemoteForward;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The labelled command lines: what the real programs did with them. */
final class Corpus {
  private Corpus() {}

  /** One line with its label. */
  record Line(
      String id,
      String family,
      Subject subject,
      boolean reverse,
      List<RemoteForward> forwards,
      JsonNode destination) {

    /**
     * Returns whether a server is the labelled one; what the oracle could not see is not compared.
     */
    boolean hasServer(@Nullable Destination server) {
      if (destination.isNull() || server == null) {
        return destination.isNull() && server == null;
      }
      JsonNode host = destination.get("host");
      return Objects.equals(text(destination.get("user")), server.user())
          && (host.isNull()
              || (host.textValue().equals(server.host())
                  && destination.get("port").intValue() == server.port()));
    }
  }

  static List<Line> lines() {
    ObjectMapper json = new ObjectMapper();
    List<Line> lines = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Corpus.class.getResourceAsStream("command-lines.jsonl"), StandardCharsets.UTF_8))) {
      for (String row = reader.readLine(); row != null; row = reader.readLine()) {
        lines.add(line(json.readTree(row)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }

  private static Line line(JsonNode row) {
    List<RemoteForward> forwards = new ArrayList<>();
    row.get("forwards").forEach(f -> forwards.add(forward(f)));
    Subject subject =
        new Subject(
            text(row.get("image")),
            text(row.get("original_file_name")),
            text(row.get("description")),
            null,
            null,
            null,
            row.get("command_line").textValue(),
            List.of());
    return new Line(
        row.get("id").textValue(),
        row.get("family").textValue(),
        subject,
        row.get("reverse").booleanValue(),
        forwards,
        row.get("destination"));
  }

  private static RemoteForward forward(JsonNode f) {
    JsonNode unix = f.get("unix");
    return new RemoteForward(
        text(f.get("bind_address")),
        number(f.get("bind_port")),
        text(f.get("target_host")),
        number(f.get("target_port")),
        f.get("dynamic").booleanValue(),
        text(unix.path("listen_path")),
        text(unix.path("connect_path")));
  }

  private static @Nullable String text(JsonNode node) {
    return node.isTextual() ? node.textValue() : null;
  }

  private static @Nullable Integer number(JsonNode node) {
    return node.isNumber() ? (Integer) node.intValue() : null;
  }
}
