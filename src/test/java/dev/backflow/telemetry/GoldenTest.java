package dev.backflow.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every source in every rendering gives the events that stand beside it. {@code
 * -Dgolden.update=true} writes them anew: read the difference before committing it.
 */
class GoldenTest {
  static Stream<Path> inputs() {
    return Golden.inputs("").stream();
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void an_export_gives_the_events_beside_it(Path input) throws IOException {
    Path expected = Golden.expected(input);
    String actual = ecs(Golden.events(input));
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(expected, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(expected));
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void every_record_is_recognised_as_what_it_is(Path input) {
    assertThat(Golden.normalize(input))
        .isNotEmpty()
        .noneMatch(n -> n instanceof Normalized.Unknown || n instanceof Normalized.Malformed);
  }

  @Test
  void every_source_has_golden_files_of_its_kinds() {
    Set<Source> sources = EnumSet.noneOf(Source.class);
    for (Source source : Source.values()) {
      Set<String> kinds = new TreeSet<>();
      for (Path input : Golden.inputs(source.id())) {
        Golden.events(input).stream()
            .filter(e -> e.header().source() == source)
            .forEach(e -> kinds.add(e.getClass().getSimpleName()));
      }
      assertThat(kinds).contains("ProcessStarted", "NetworkConnection", "AutostartRegistered");
      // Defender has no table of process ends; Sysmon and Endgame do not tell of logons.
      assertThat(kinds.contains("ProcessEnded")).isEqualTo(source != Source.DEFENDER_XDR);
      assertThat(kinds.contains("Logon"))
          .isEqualTo(source != Source.SYSMON && source != Source.ELASTIC_ENDGAME);
      sources.add(source);
    }
    assertThat(sources).hasSize(7);
  }

  private static String ecs(List<Event> events) throws IOException {
    EcsWriter writer = new EcsWriter(line -> List.of(line.split(" ", -1)));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Event event : events) {
      writer.write(event, out);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
