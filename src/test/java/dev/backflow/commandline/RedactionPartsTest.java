package dev.backflow.commandline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionPartsTest {
  /** RFC 4231, test cases 1 and 2. */
  @Test
  void the_keyed_hash_is_hmac_sha256() {
    byte[] key = new byte[20];
    java.util.Arrays.fill(key, (byte) 0x0b);
    assertThat(new KeyedHash(key).of("Hi There"))
        .isEqualTo("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    assertThat(
            new KeyedHash("Jefe".getBytes(StandardCharsets.US_ASCII))
                .of("what do ya want for nothing?"))
        .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  }

  @Test
  void an_empty_key_is_refused() {
    assertThatThrownBy(() -> new Redactor(new byte[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-pw",
        "password",
        "--password",
        "/Password",
        "PGPASSWORD",
        "DB_PASSWORD",
        "api-token",
        "client_secret",
        "AWS_SECRET_ACCESS_KEY",
        "AccountKey",
        "SSHPASS",
        "--passphrase",
        "$pwd",
      })
  void names_of_secrets_are_known(String name) {
    assertThat(SecretNames.isSecret(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "PasswordAuthentication",
        "NumberOfPasswordPrompts",
        "--no-password",
        "-pwfile",
        "PassThru",
        "bypass",
        "--tokenizer",
        "-P",
        "HKEY",
        "--private-key",
        "secretary",
      })
  void names_of_other_things_are_not(String name) {
    assertThat(SecretNames.isSecret(name)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "%pwd%, pwd",
    "!Pwd!, pwd",
    "$pw, pw",
    "$env:PW, pw",
    "${pw}, pw",
    "${env:pw}, pw",
    "%%, ''",
    "%a b%, ''",
    "pw, ''",
    "$, ''",
    "x%pwd%, ''",
  })
  void a_reference_names_its_variable(String text, String name) {
    assertThat(Variables.named(text)).isEqualTo(name);
  }

  @Test
  void parts_that_overlap_are_one() {
    assertThat(
            Masks.union(
                List.of(new Range(5, 9), new Range(1, 3), new Range(2, 6), new Range(9, 10))))
        .containsExactly(new Range(1, 9), new Range(9, 10));
  }

  @Test
  void a_mask_keeps_the_quotes_of_the_rest_even() {
    assertThat(masked("\"abc\"def x", 1, 8)).isEqualTo("\"[REDACTED]\" x");
    assertThat(masked("\"abc\" x", 1, 4)).isEqualTo("\"[REDACTED]\" x");
    assertThat(masked("a\"b c\"d x", 0, 7)).isEqualTo("[REDACTED] x");
    assertThat(masked("'-pabc' x", 3, 7)).isEqualTo("'-p[REDACTED]' x");
    assertThat(masked("'abc' x", 0, 4)).isEqualTo("'[REDACTED]' x");
  }

  @Test
  void what_is_masked_is_not_masked_again() {
    assertThat(masked("\"[REDACTED]\" x", 0, 12)).isEqualTo("\"[REDACTED]\" x");
  }

  private static String masked(String text, int start, int end) {
    Masks masks = new Masks();
    masks.mask(text, new Range(start, end));
    return masks.apply(text);
  }

  @ParameterizedTest
  @CsvSource({
    "hunter22, a hunter22 b, 1",
    "hunter22, ahunter22b, 1",
    "a-1, x a-1 y, 1",
    "a-1, xa-1y, 0",
    "test, test, 0",
    "1234, 1234, 0",
    "abcdefgh, xabcdefghx, 1",
    "a1, a1, 0",
  })
  void a_form_is_found_where_it_tells_something(String form, String text, int times) {
    assertThat(SecretForms.in(text, List.of(form))).hasSize(times);
  }

  @ParameterizedTest
  @CsvSource({
    "cwBzAGgA, ssh",
    "cwBzAGgA=, ssh",
    "cwBzAGgAI, ssh",
    "cwBz, s",
  })
  void base64_is_decoded_as_far_as_it_goes(String text, String script) {
    assertThat(EncodedScript.decode(text)).isEqualTo(script);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "[decoded", "a", "cwBz!"})
  void what_is_no_base64_is_not_decoded(String text) {
    assertThat(EncodedScript.decode(text)).isNull();
  }

  @Test
  void the_width_of_decoded_text_is_seen() {
    assertThat(EncodedScript.decodeAny("c3No")).isEqualTo("ssh");
    assertThat(EncodedScript.decodeAny("cwBzAGgA")).isEqualTo("ssh");
    assertThat(EncodedScript.decodeAny("")).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "set a=b c, a, b c",
        "set \"a=b\"c, a, b",
        "set /p a=b, a, b",
        "SET /P =b, ``, b",
        "set  a = b, a, ` b`",
        "set \"a=b, a, b",
      })
  void a_set_command_names_its_variable_and_value(String text, String name, String value) {
    SetCommand set = SetCommand.of(Excerpt.of(text));
    assertThat(set).isNotNull();
    assertThat(set.name()).isEqualTo(name);
    assertThat(text.substring(set.value().start(), set.value().end())).isEqualTo(value);
  }

  @Test
  void a_set_command_may_set_nothing() {
    assertThat(SetCommand.of(Excerpt.of("set"))).isNull();
    assertThat(SetCommand.of(Excerpt.of("set path"))).isNull();
  }
}
