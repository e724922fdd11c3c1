package dev.backflow.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backflow.export.PermanentException;
import dev.backflow.export.TransientException;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class S3ObjectSourceTest {
  private static final byte[] CONTENT = "0123456789abcdefghijklmnopqrstuvwxyz".getBytes(UTF_8);
  private static final ObjectRef OBJECT = ObjectRef.of("example-exports", "day one.gz");

  private ScriptedS3 s3;
  private S3ObjectSource source;

  @BeforeEach
  void start() throws IOException {
    s3 = new ScriptedS3();
    var client = s3.client();
    source = new S3ObjectSource(() -> client);
  }

  @AfterEach
  void stop() throws IOException {
    s3.close();
  }

  @Test
  void the_object_read_has_the_version_tag_and_size_of_the_answer() throws Exception {
    s3.content(200, CONTENT.length, CONTENT);

    try (OpenObject open = source.open(OBJECT)) {
      assertThat(open.object())
          .isEqualTo(
              new ObjectRef("example-exports", "day one.gz", "v7", "tag", (long) CONTENT.length));
      assertThat(open.content().readAllBytes()).isEqualTo(CONTENT);
    }
  }

  @Test
  void a_connection_that_breaks_is_taken_up_where_it_broke() throws Exception {
    s3.content(200, CONTENT.length, Arrays.copyOf(CONTENT, 10))
        .content(206, 26, Arrays.copyOfRange(CONTENT, 10, 21))
        .content(206, 15, Arrays.copyOfRange(CONTENT, 21, 36));

    try (OpenObject open = source.open(OBJECT)) {
      assertThat(open.content().readAllBytes()).isEqualTo(CONTENT);
    }
    assertThat(s3.requests()).hasSize(3);
    assertThat(s3.requests().get(1)).contains("Range: bytes=10-").contains("If-Match: \"tag\"");
    assertThat(s3.requests().get(2)).contains("Range: bytes=21-");
  }

  @Test
  void a_connection_that_keeps_breaking_is_transient_and_names_the_byte() throws Exception {
    s3.content(200, CONTENT.length, Arrays.copyOf(CONTENT, 10));
    for (int i = 0; i < 3; i++) {
      s3.content(206, 26, new byte[0]);
    }

    try (OpenObject open = source.open(OBJECT)) {
      assertThatThrownBy(() -> open.content().readAllBytes())
          .isInstanceOf(TransientException.class)
          .hasMessageContaining("s3://example-exports/day one.gz version v7")
          .hasMessageContaining("byte 10 of 36");
    }
  }

  @Test
  void an_object_replaced_meanwhile_is_never_mixed_with_the_old_one() throws Exception {
    s3.content(200, CONTENT.length, Arrays.copyOf(CONTENT, 10))
        .error(412, "PreconditionFailed", "At least one of the preconditions did not hold");

    try (OpenObject open = source.open(OBJECT)) {
      assertThatThrownBy(() -> open.content().readAllBytes())
          .isInstanceOf(TransientException.class)
          .hasMessageContaining("byte 10 of 36");
    }
  }

  @Test
  void an_empty_object_is_read_to_its_end() throws Exception {
    s3.content(200, 0, new byte[0]);
    try (OpenObject open = source.open(OBJECT)) {
      assertThat(open.content().read()).isEqualTo(-1);
    }
  }

  @Test
  void a_single_byte_is_read_unsigned() throws Exception {
    s3.content(200, 2, new byte[] {(byte) 0xff, 1});
    try (OpenObject open = source.open(OBJECT)) {
      assertThat(open.content().read()).isEqualTo(0xff);
      assertThat(open.content().read()).isEqualTo(1);
      assertThat(open.content().read()).isEqualTo(-1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "404, NoSuchKey",
    "404, NoSuchBucket",
    "404, NoSuchVersion",
    "405, MethodNotAllowed",
    "403, InvalidObjectState",
  })
  void what_no_repetition_mends_is_permanent_and_names_the_object(int status, String code) {
    s3.error(status, code, "no");
    assertThatThrownBy(() -> source.open(OBJECT))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining("s3://example-exports/day one.gz");
  }

  @ParameterizedTest
  @CsvSource({
    "503, SlowDown",
    "500, InternalError",
    "429, TooManyRequests",
    "400, ExpiredToken",
    "400, KMS.DisabledException",
    "301, PermanentRedirect",
  })
  void what_may_go_well_later_is_transient_and_names_the_answer(int status, String code) {
    s3.error(status, code, "later");
    assertThatThrownBy(() -> source.open(OBJECT))
        .isInstanceOf(TransientException.class)
        .hasMessageContaining("s3://example-exports/day one.gz")
        .hasMessageContaining(status + " " + code);
  }

  @Test
  void a_denial_names_bucket_key_action_and_what_s3_says() {
    s3.error(403, "AccessDenied", "role/x is not authorized to perform: kms:Decrypt");
    assertThatThrownBy(() -> source.open(OBJECT))
        .isInstanceOf(TransientException.class)
        .hasMessageContaining("s3:GetObject on bucket example-exports key day one.gz")
        .hasMessageContaining("Grant")
        .hasMessageContaining("kms:Decrypt");
  }

  @Test
  void the_denial_of_a_version_names_the_action_for_versions() {
    s3.error(403, "AccessDenied", "no");
    assertThatThrownBy(() -> source.open(new ObjectRef("b", "k", "v1", null, null)))
        .hasMessageContaining("s3:GetObjectVersion on bucket b key k");
    assertThat(s3.requests().get(0)).contains("versionId=v1");
  }

  @Test
  void a_server_that_is_not_there_is_transient() throws IOException {
    s3.close();
    assertThatThrownBy(() -> source.open(OBJECT))
        .isInstanceOf(TransientException.class)
        .hasMessageContaining("could not be read");
  }

  @Test
  void closing_early_leaves_the_rest_unread() throws Exception {
    byte[] first = new byte[64];
    s3.content(200, 1L << 40, first);

    OpenObject open = source.open(OBJECT);
    assertThat(open.content().readNBytes(8)).hasSize(8);
    open.close();

    assertThat(s3.requests()).hasSize(1);
  }
}
