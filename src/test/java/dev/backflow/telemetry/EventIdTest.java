package dev.backflow.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class EventIdTest {
  @Test
  void the_same_values_are_the_same_event() {
    EventId id = EventId.of("fdr", "host", null, 6120L);
    assertThat(id).isEqualTo(EventId.of("fdr", "host", null, 6120L));
    assertThat(id).hasSameHashCodeAs(EventId.of("fdr", "host", null, 6120L));
    assertThat(id.value()).isEqualTo(EventId.of("fdr", "host", null, 6120L).value());
    assertThat(id).isNotEqualTo(EventId.of("fdr", "host", "", 6120L)).isNotEqualTo("fdr");
  }

  @Test
  void its_value_is_the_fingerprint_of_the_texts() {
    Instant time = Instant.parse("2026-03-04T02:17:31.437Z");
    assertThat(EventId.of("mde", time, 7L, null))
        .hasToString(Fingerprint.of("mde", "2026-03-04T02:17:31.437Z", "7", null));
  }

  @Test
  void a_fingerprint_is_32_hexadecimal_digits_that_stay_what_they_are() {
    assertThat(Fingerprint.of("a", "b"))
        .matches("[0-9a-f]{32}")
        .isEqualTo(Fingerprint.of("a", "b"));
    assertThat(Fingerprint.of("\u00e9\uD83D\uDE00")).isNotEqualTo(Fingerprint.of("\u00e9"));
  }
}
