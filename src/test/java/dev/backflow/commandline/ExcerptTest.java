package dev.backflow.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {
  private final Excerpt line = Excerpt.of("cmd /c a^&b");

  @Test
  void a_part_knows_where_it_stands_in_the_line() {
    Excerpt part = line.from(7).sub(1, 3);
    assertThat(part.text()).isEqualTo("^&");
    assertThat(part.range(0, 2)).isEqualTo(new Range(8, 10));
    assertThat(part.range(1, 2)).isEqualTo(new Range(9, 10));
  }

  @Test
  void a_character_may_stand_for_several() {
    Excerpt built = new Excerpt.Builder().add(line, 7).add('&', line, 8, 10).add(line, 10).build();
    assertThat(built.text()).isEqualTo("a&b");
    assertThat(built.range(1, 2)).isEqualTo(new Range(8, 10));
    assertThat(built.range(0, 3)).isEqualTo(new Range(7, 11));
  }

  @Test
  void a_supplied_character_stands_for_nothing() {
    Excerpt built = new Excerpt.Builder().insert('"').add(line, 7).insert('"').build();
    assertThat(built.text()).isEqualTo("\"a\"");
    assertThat(built.range(0, 3)).isEqualTo(new Range(7, 8));
    assertThat(built.range(0, 1)).isNull();
    assertThat(Excerpt.supplied("ssh").range(0, 3)).isNull();
  }

  @Test
  void decoded_text_stands_for_all_it_was_decoded_from() {
    Excerpt decoded = Excerpt.decoded("plink", line.sub(7, 11));
    assertThat(decoded.encoded()).isTrue();
    assertThat(decoded.range(2, 3)).isEqualTo(new Range(7, 11));
    assertThat(new Excerpt.Builder().add(decoded.sub(1, 2)).build().encoded()).isTrue();
    assertThat(line.encoded()).isFalse();
  }

  @Test
  void blanks_at_both_ends_go() {
    Excerpt stripped = Excerpt.of(" \t a b\r\n").strip();
    assertThat(stripped.text()).isEqualTo("a b");
    assertThat(stripped.range(0, 3)).isEqualTo(new Range(3, 6));
    assertThat(Excerpt.of("  ").strip().isEmpty()).isTrue();
  }

  @Test
  void a_long_text_is_built_as_it_was() {
    Excerpt.Builder builder = new Excerpt.Builder();
    Excerpt text = Excerpt.of("x".repeat(1000));
    assertThat(builder.add(text).build().text()).isEqualTo(text.text());
    builder.dropLast();
    assertThat(builder.length()).isEqualTo(999);
  }
}
