package dev.backflow.telemetry.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {
  @ParameterizedTest
  @CsvSource({
    "1772590651437, 2026-03-04T02:17:31.437Z",
    "1772590651.437, 2026-03-04T02:17:31.437Z",
    "1772590651, 2026-03-04T02:17:31Z",
    "1772590651.4371234567891, 2026-03-04T02:17:31.437123456Z",
    "134170642514370000, 2026-03-04T02:17:31.437Z",
    "2026-03-04T02:17:31.4371234Z, 2026-03-04T02:17:31.437123400Z",
    "2026-03-04 02:17:31.437, 2026-03-04T02:17:31.437Z",
    "2026-03-04T02:17:31.437123456789Z, 2026-03-04T02:17:31.437123456Z",
    "2026-03-04T04:17:31+02:00, 2026-03-04T02:17:31Z",
    "2026-03-03 21:17:31 -0500, 2026-03-04T02:17:31Z",
    "2026-03-04T02:17:31, 2026-03-04T02:17:31Z",
    "2026-03-04 02:17:31 UTC, 2026-03-04T02:17:31Z",
    "3/4/2026 2:17:31.437 AM, 2026-03-04T02:17:31.437Z",
    "03/04/2026 02:17:31 PM, 2026-03-04T14:17:31Z",
    "03/04/2026 12:00:01 AM, 2026-03-04T00:00:01Z",
    "03/04/2026 12:00:01 PM, 2026-03-04T12:00:01Z",
    "03/04/2026 14:17:31, 2026-03-04T14:17:31Z"
  })
  void a_time_is_read_by_its_shape_and_magnitude(String text, Instant expected) {
    assertThat(Timestamps.any(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "-1",
        "now",
        "2026-13-04T02:17:31Z",
        "2026-03-04T02:17",
        "2026-03-04X02:17:31Z",
        "2026-03-04T02:17:31 CET",
        "18:32:29.470",
        "1/2",
        "a/b/c d:e",
        "99999999999999999999999"
      })
  void what_is_no_time_is_absent(String text) {
    assertThat(Timestamps.any(text)).isNull();
  }

  @Test
  void nothing_is_absent() {
    assertThat(Timestamps.any(null)).isNull();
    assertThat(Timestamps.iso(null)).isNull();
    assertThat(Timestamps.number(null)).isNull();
  }
}
