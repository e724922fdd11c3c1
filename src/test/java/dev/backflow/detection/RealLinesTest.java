package dev.backflow.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backflow.commandline.Destination;
import dev.backflow.commandline.RemoteForward;
import dev.backflow.telemetry.Event;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What intruders, students and developers really typed, decided from the line alone. */
class RealLinesTest {
  private static final String SECRET = "Wint3r@Gate";

  private final ReverseForwardDetector detector = new ReverseForwardDetector();

  record Row(
      String id,
      String verdict,
      String kind,
      String forwards,
      String server,
      String wrappedBy,
      String line) {
    @Override
    public String toString() {
      return id;
    }
  }

  static Stream<Row> rows() throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                RealLinesTest.class.getResourceAsStream("real-lines.txt"),
                StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(l -> !l.startsWith("#"))
          .map(RealLinesTest::row)
          .collect(Collectors.toList())
          .stream();
    }
  }

  private static Row row(String text) {
    String[] f = text.split("\\|", 7);
    return new Row(f[0], f[1], f[2], f[3], f[4], f[5], f[6]);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void a_real_line_decides_as_its_program_would(Row row) {
    Event event = Events.started(null, row.line());
    List<Detection> detections = detector.detect(event);
    if (row.verdict().equals("NONE")) {
      assertThat(detections).as(row.line()).isEmpty();
      return;
    }
    assertThat(detections).as(row.line()).hasSize(1);
    Detection detection = detections.get(0);
    assertThat(detection.verdict()).hasToString(row.verdict());
    assertThat(detection.kind()).hasToString(row.kind());
    assertThat(shown(detection.forwards())).isEqualTo(row.forwards());
    assertThat(shown(detection.destination())).isEqualTo(row.server());
    assertThat(detection.reasons()).isNotEmpty();
    for (String wrapper : row.wrappedBy().split(",", -1)) {
      assertThat(String.join(" ", detection.wrappedBy())).contains(wrapper);
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void no_secret_of_a_real_line_gets_out(Row row) {
    assertThat(detector.detect(Events.started(null, row.line())).toString()).doesNotContain(SECRET);
  }

  private static String shown(List<RemoteForward> forwards) {
    return forwards.stream().map(RealLinesTest::shown).collect(Collectors.joining(" "));
  }

  private static String shown(RemoteForward f) {
    String listen = (f.bindAddress() == null ? "" : f.bindAddress() + ":") + f.bindPort();
    return listen + ">" + (f.dynamic() ? "socks" : f.targetHost() + ":" + f.targetPort());
  }

  private static String shown(Destination d) {
    return (d.user() == null ? "" : d.user() + "@") + d.host() + ":" + d.port();
  }
}
