package dev.backflow.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeJsonTest {
  private final EnvelopeJson json = new EnvelopeJson();

  @Test
  void every_kind_of_value_is_read() throws Exception {
    JsonValue value =
        json.parse("{\"t\":\"ü\",\"n\":7,\"f\":1.50,\"b\":true,\"z\":null,\"a\":[1,[2]],\"o\":{}}");

    assertThat(value.path("t").text()).isEqualTo("ü");
    assertThat(value.path("n").longOrNull()).isEqualTo(7);
    assertThat(value.path("f").text()).isEqualTo("1.50");
    assertThat(value.path("b").text()).isEqualTo("true");
    assertThat(value.path("z").content()).isNull();
    assertThat(value.path("a").elements()).hasSize(2);
    assertThat(value.path("a").elements().get(1).elements().get(0).longOrNull()).isEqualTo(2);
    assertThat(value.path("o").isObject()).isTrue();
    assertThat(value.fields().keySet()).containsExactly("t", "n", "f", "b", "z", "a", "o");
  }

  @Test
  void bytes_are_read_as_utf_8() throws Exception {
    var payload = new ByteArrayInputStream("{\"k\":\"東\"}".getBytes(UTF_8));
    assertThat(json.parse(payload).path("k").text()).isEqualTo("東");
  }

  @Test
  void a_path_that_leads_nowhere_is_an_absent_value_all_the_way() throws Exception {
    JsonValue nowhere = json.parse("{\"a\":1}").path("a").path("b").path("c");

    assertThat(nowhere.text()).isEmpty();
    assertThat(nowhere.textOrNull()).isNull();
    assertThat(nowhere.longOrNull()).isNull();
    assertThat(nowhere.elements()).isEmpty();
    assertThat(nowhere.fields()).isEmpty();
    assertThat(nowhere.has("x")).isFalse();
  }

  @Test
  void a_number_beyond_64_bits_keeps_its_digits() throws Exception {
    JsonValue value = json.parse("{\"n\":123456789012345678901234567890}").path("n");

    assertThat(value.text()).isEqualTo("123456789012345678901234567890");
    assertThat(value.longOrNull()).isNull();
  }

  @Test
  void an_empty_text_is_no_text_where_one_is_needed() throws Exception {
    assertThat(json.parse("{\"v\":\"\"}").path("v").textOrNull()).isNull();
    assertThat(json.parse("{\"v\":5}").path("v").textOrNull()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[1,", "{\"a\"}", "{\"a\":tru}", "\u0000", "{\"a\":\"\n\"}", "nul"})
  void what_is_no_json_is_told_by_its_place(String text) {
    assertThatThrownBy(() -> json.parse(text))
        .isInstanceOf(EnvelopeJson.NotJson.class)
        .hasMessageMatching("line \\d+ column \\d+");
  }

  @Test
  void depth_length_and_names_have_limits() throws Exception {
    assertThat(json.parse("[".repeat(64) + "]".repeat(64)).isArray()).isTrue();
    assertThatThrownBy(() -> json.parse("[".repeat(65) + "]".repeat(65)))
        .isInstanceOf(EnvelopeJson.NotJson.class);
    assertThatThrownBy(() -> json.parse("{\"" + "n".repeat(2000) + "\":1}"))
        .isInstanceOf(EnvelopeJson.NotJson.class);
    assertThatThrownBy(() -> json.parse("\"" + "s".repeat(9 << 20) + "\""))
        .isInstanceOf(EnvelopeJson.NotJson.class);
  }

  @Test
  void a_shape_names_fields_within_bounds_and_no_content() throws Exception {
    StringBuilder many = new StringBuilder("{\"" + "long".repeat(20) + "\":\"secret\"");
    for (int i = 0; i < 20; i++) {
      many.append(",\"f").append(i).append("\":\"secret\"");
    }
    String shape = json.parse(many.append('}').toString()).shape();

    assertThat(shape).contains("longlong", "…", "f6", "and 13 more").doesNotContain("secret");
    assertThat(shape.length()).isLessThan(200);
    assertThat(json.parse("[]").shape()).isEqualTo("it is an array");
    assertThat(json.parse("{}").shape()).isEqualTo("it is an object without fields");
    assertThat(json.parse("\"secret\"").shape()).isEqualTo("it is a text");
    assertThat(json.parse("null").shape()).isEqualTo("it is nothing");
  }
}
