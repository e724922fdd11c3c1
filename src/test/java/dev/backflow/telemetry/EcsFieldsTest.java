package dev.backflow.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What normalization writes is ECS: every field by its name, type and allowed values. */
class EcsFieldsTest {
  private static final Map<String, Field> FIELDS = fields();

  private record Field(String type, boolean array, Set<String> allowed) {}

  static Stream<Path> documents() {
    return Golden.inputs("").stream().map(Golden::expected);
  }

  @ParameterizedTest
  @MethodSource("documents")
  void every_field_is_in_the_list_with_its_type(Path file) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    for (String line : Files.readAllLines(file)) {
      Set<String> faults = new TreeSet<>();
      check("", mapper.readTree(line), faults);
      assertThat(faults).as(line).isEmpty();
    }
  }

  @Test
  void the_check_notices_what_is_wrong() throws IOException {
    String wrong =
        """
        {"process":{"pid":"12","nme":"x"},"host":{"ip":["nonsense"]},"event":{"category":"process",
         "type":["begin"]},"source":{"port":1.5},"@timestamp":"yesterday"}
        """;
    Set<String> faults = new TreeSet<>();
    check("", new ObjectMapper().readTree(wrong), faults);
    assertThat(faults)
        .containsExactly(
            "@timestamp: date",
            "event.category: array",
            "event.type: not allowed",
            "host.ip: ip",
            "process.nme: no field",
            "process.pid: long",
            "source.port: long");
  }

  private static void check(String path, JsonNode node, Set<String> faults) {
    if (node.isObject()) {
      for (Map.Entry<String, JsonNode> member : node.properties()) {
        String name = path.isEmpty() ? member.getKey() : path + "." + member.getKey();
        check(name, member.getValue(), faults);
      }
      return;
    }
    // backflow.* is Backflow's own, log.offset is Filebeat's.
    if (path.startsWith("backflow.") || path.equals("log.offset")) {
      return;
    }
    Field field = FIELDS.get(path);
    if (field == null) {
      faults.add(path + ": no field");
      return;
    }
    if (field.array != node.isArray()) {
      faults.add(path + ": array");
    }
    for (JsonNode value : node.isArray() ? node : List.of(node)) {
      if (!isOfType(field.type, value)) {
        faults.add(path + ": " + field.type);
      }
      if (!field.allowed.isEmpty() && !field.allowed.contains(value.asText())) {
        faults.add(path + ": not allowed");
      }
    }
  }

  private static boolean isOfType(String type, JsonNode value) {
    try {
      switch (type) {
        case "long" -> {
          return value.isIntegralNumber();
        }
        case "boolean" -> {
          return value.isBoolean();
        }
        case "date" -> Instant.parse(value.asText());
        case "ip" -> {
          String text = value.asText();
          return text.matches("[0-9a-f:.]+") && InetAddress.getByName(text) != null;
        }
        default -> {
          return value.isTextual();
        }
      }
      return true;
    } catch (RuntimeException | IOException e) {
      return false;
    }
  }

  private static Map<String, Field> fields() {
    Map<String, Field> fields = new HashMap<>();
    try (Stream<String> lines = Files.lines(Path.of("src/test/resources/ecs/fields.tsv"))) {
      lines
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .forEach(
              f ->
                  fields.put(
                      f[0],
                      new Field(
                          f[1],
                          f.length > 2 && f[2].equals("array"),
                          f.length > 3 ? Set.of(f[3].split(" ")) : Set.of())));
      return fields;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
