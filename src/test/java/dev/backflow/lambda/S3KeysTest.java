package dev.backflow.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class S3KeysTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "exports/day.gz           | exports/day.gz",
        "a+b                      | a b",
        "a%2Bb                    | a+b",
        "a%20b                    | a b",
        "100%25                   | 100%",
        "%2525                    | %25",
        "dt%3D2026-01-02/x.json   | dt=2026-01-02/x.json",
        "M%C3%BCnchen%2F%E6%9D%B1 | München/東",
        "%F0%9F%94%90             | 🔐",
        "München                  | München",
      })
  void a_key_is_decoded_as_s3_encoded_it(String encoded, String key) {
    assertThat(S3Keys.decode(encoded)).isEqualTo(key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"50%", "50%2", "%zz", "a%-1b", "%", "x%2"})
  void a_percent_sign_without_two_digits_is_refused_with_its_place(String encoded) {
    assertThatThrownBy(() -> S3Keys.decode(encoded))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("after % at character " + encoded.indexOf('%'));
  }

  @ParameterizedTest
  @ValueSource(strings = {"%FF", "%C3", "%C3%28", "%ED%A0%80"})
  void bytes_that_are_no_utf_8_are_refused_and_not_replaced(String encoded) {
    assertThatThrownBy(() -> S3Keys.decode(encoded)).hasMessageContaining("UTF-8");
  }

  @Test
  void any_key_comes_back_from_its_encoding() {
    long seed = 20260101;
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      String key =
          random
              .ints(random.nextInt(40), 1, 0x1F600)
              .filter(p -> p < 0xD800 || p > 0xDFFF)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();
      String encoded = URLEncoder.encode(key, StandardCharsets.UTF_8);
      assertThat(S3Keys.decode(encoded)).as("seed %d, key %d", seed, i).isEqualTo(key);
    }
  }
}
