package dev.backflow.telemetry.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonObjectTest {
  private final JsonRecords records =
      new JsonRecords(new Vocabulary().add("a b c list").addPaths("process.parent.name"));

  private JsonObject parse(String json) throws UnreadableRecordException {
    return records.parse(json.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void scalars_are_text_whatever_they_were() throws UnreadableRecordException {
    JsonObject o = parse("{\"a\":12.50,\"b\":true,\"c\":\"x\"}");
    assertThat(o.text("a")).isEqualTo("12.50");
    assertThat(o.text("b")).isEqualTo("true");
    assertThat(o.text("c")).isEqualTo("x");
  }

  @Test
  void null_and_the_empty_text_are_absent() throws UnreadableRecordException {
    JsonObject o = parse("{\"a\":null,\"b\":\"\"}");
    assertThat(o.text("a")).isNull();
    assertThat(o.text("b")).isNull();
    assertThat(o.text("c")).isNull();
  }

  @Test
  void a_name_given_twice_has_its_last_value() throws UnreadableRecordException {
    assertThat(parse("{\"a\":\"1\",\"a\":\"2\"}").text("a")).isEqualTo("2");
  }

  @Test
  void an_array_is_its_first_text_or_all_of_them() throws UnreadableRecordException {
    JsonObject o = parse("{\"list\":[\"x\",2,null,{\"a\":\"y\"}],\"a\":\"z\"}");
    assertThat(o.text("list")).isEqualTo("x");
    assertThat(o.texts("list")).containsExactly("x", "2", "");
    assertThat(o.texts("a")).containsExactly("z");
    assertThat(o.texts("b")).isEmpty();
    assertThat(o.objects("list")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"process\":{\"parent\":{\"name\":\"x\"}}}",
        "{\"process.parent.name\":\"x\"}",
        "{\"process\":{\"parent.name\":\"x\"}}",
        "{\"process.parent\":{\"name\":[\"x\"]}}",
        "{\"process\":{\"a\":\"1\"},\"process.parent.name\":\"x\"}"
      })
  void dots_in_names_are_nesting(String json) throws UnreadableRecordException {
    assertThat(parentName(parse(json))).isEqualTo("x");
  }

  private static @Nullable String parentName(JsonObject o) {
    return o.nested().inner("process").inner("parent").text("name");
  }

  @Test
  void an_object_that_is_not_there_is_empty() throws UnreadableRecordException {
    assertThat(parentName(parse("{\"process\":\"x\"}"))).isNull();
    assertThat(parentName(parse("{}"))).isNull();
    assertThat(parse("{}").object("process")).isNull();
  }

  @Test
  void names_no_source_reads_are_passed_over_whatever_they_hold() throws UnreadableRecordException {
    JsonObject o = parse("{\"z\":{\"y\":[{\"a\":1}]},\"a\":\"x\"}");
    assertThat(o.text("a")).isEqualTo("x");
    assertThatThrownBy(() -> o.text("z")).isInstanceOf(AssertionError.class);
  }

  @Test
  void many_members_keep_their_values() throws UnreadableRecordException {
    Vocabulary vocabulary = new Vocabulary();
    StringBuilder json = new StringBuilder("{");
    for (int i = 0; i < 500; i++) {
      vocabulary.add("n" + i);
      String value = i % 3 == 0 ? "[" + i + "]" : String.valueOf(i);
      json.append(i == 0 ? "" : ",").append("\"n").append(i).append("\":").append(value);
    }
    JsonObject o =
        new JsonRecords(vocabulary)
            .parse(json.append('}').toString().getBytes(StandardCharsets.UTF_8));
    for (int i = 0; i < 500; i++) {
      assertThat(o.text("n" + i)).isEqualTo(String.valueOf(i));
    }
  }

  @Test
  void escapes_are_read_in_values_and_in_names() throws UnreadableRecordException {
    JsonObject o =
        parse(
            "{\"a\":\"C:\\\\x\\/ \\\"q\\\" \\b\\f\\n\\r\\t.\",\"\\u0062\":\"\\u00e9 \\uD83D\\uDE00 \\\\\u00e9\"}");
    assertThat(o.text("a")).isEqualTo("C:\\x/ \"q\" \b\f\n\r\t.");
    assertThat(o.text("b")).isEqualTo("\u00e9 \uD83D\uDE00 \\\u00e9");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "[]",
        "{",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{,}",
        "{\"a\":1 \"b\":2}",
        "{\"z\":[1,]}",
        "{\"z\":[1 2]}",
        "{\"z\":[}",
        "{\"z\":01}",
        "{\"z\":1.}",
        "{\"z\":.5}",
        "{\"z\":1e}",
        "{\"z\":-}",
        "{\"z\":+1}",
        "{\"z\":tru}",
        "{\"z\":nul}",
        "{\"z\":\"\\x\"}",
        "{\"z\":\"\\u12g4\"}",
        "{\"z\":\"\\u12",
        "{\"z\":\"\t\"}",
        "{\"z\":\"no end",
        "{\"z\":\"\\",
        "{'z':1}"
      })
  void the_grammar_is_checked_also_of_what_is_not_kept(String json) {
    assertThatThrownBy(() -> parse(json)).isInstanceOf(UnreadableRecordException.class);
  }

  @Test
  void what_a_general_parser_reads_is_read_the_same() throws Exception {
    ObjectMapper mapper = new ObjectMapper();
    Random random = new Random(23);
    for (int i = 0; i < 5_000; i++) {
      String json = "{\"a\":" + randomValue(random, 0) + ",\"b\":" + randomValue(random, 0) + "}";
      if (random.nextInt(4) == 0) {
        int at = random.nextInt(json.length());
        json =
            json.substring(0, at) + "{}[],:\"\\0e-".charAt(random.nextInt(11)) + json.substring(at);
      }
      JsonNode expected;
      try {
        expected =
            mapper.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).readTree(json);
      } catch (IOException e) {
        continue;
      }
      JsonNode a = expected.get("a");
      if (a != null && a.isTextual() && !a.asText().isEmpty()) {
        assertThat(parse(json).text("a")).as(json).isEqualTo(a.asText());
      } else {
        assertThat(parse(json).has("a")).as(json).isEqualTo(a != null && !a.isNull());
      }
    }
  }

  private static String randomValue(Random random, int depth) {
    return switch (random.nextInt(depth > 3 ? 5 : 7)) {
      case 0 -> "null";
      case 1 -> "true";
      case 2 -> String.valueOf(random.nextInt()) + (random.nextBoolean() ? ".5E-3" : "");
      case 3 -> "\"plain " + "x".repeat(random.nextInt(20)) + "\"";
      case 4 -> "\"\u00e9\\n\\\\ \\u0041\\\"" + "y".repeat(random.nextInt(20)) + "\"";
      case 5 -> "[" + randomValue(random, depth + 1) + " , " + randomValue(random, depth + 1) + "]";
      default -> "{ \"a\" : " + randomValue(random, depth + 1) + "}";
    };
  }

  @Test
  void nesting_ends_somewhere() {
    String deep = "{\"a\":".repeat(400) + "1" + "}".repeat(400);
    assertThatThrownBy(() -> parse(deep))
        .isInstanceOf(UnreadableRecordException.class)
        .hasMessageContaining("nesting");
  }

  @Test
  void the_message_names_the_place_and_quotes_nothing() {
    assertThatThrownBy(() -> parse("{\"a\": secretword}"))
        .isInstanceOf(UnreadableRecordException.class)
        .hasMessageStartingWith("broken JSON at byte ")
        .hasMessageNotContaining("secretword");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\0',
      delimiter = '|',
      value = {
        "x|0|no object",
        "{\"a\" 1}|5|a colon is missing",
        "{\"a\":1 2}|7|a comma or a brace is missing",
        "{\"z\":[1 2]}|8|a comma or a bracket is missing",
        "{\"a\":1, }|8|a name is missing",
        "{\"z\":[1,]}|8|a value is missing",
        "{\"a\":tru }|5|a value that is none",
        "{\"z\":-}|6|a value that is none",
        "{\"a\":\"\\x\"}|7|an escape that is none",
        "{\"a\":\"no end|12|a string does not end",
        "{\"a\":{\"b\":1]|11|a comma or a brace is missing"
      })
  void what_is_broken_is_told_with_its_place(String json, int at, String what) {
    assertThatThrownBy(() -> parse(json)).hasMessage("broken JSON at byte " + at + ": " + what);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "  ", "\t", "\r\n", " \n\t  \r"})
  void blanks_may_stand_between_any_two_signs(String blank) throws UnreadableRecordException {
    String signs =
        "{~\"a\"~:~\"x y\"~,~\"z\"~:~{~\"q\"~:~[~1~,~true~]~}~,~\"list\"~:~[~2~,~\"w\"~]~}";
    // A name is entered the first time, seen to follow another the second, guessed the third.
    for (int i = 0; i < 3; i++) {
      JsonObject o = parse(blank + signs.replace("~", blank));
      assertThat(o.text("a")).isEqualTo("x y");
      assertThat(o.texts("list")).containsExactly("2", "w");
    }
  }

  @Test
  void fields_fall_back_to_others() {
    Fields first = name -> name.equals("a") ? "1" : null;
    assertThat(first.orElse(name -> "2").text("a")).isEqualTo("1");
    assertThat(first.orElse(name -> "2").text("b")).isEqualTo("2");
    assertThat(List.of(Fields.NONE)).allMatch(f -> f.text("x") == null);
  }
}
