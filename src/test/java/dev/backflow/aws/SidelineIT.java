package dev.backflow.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backflow.export.PutAside;
import dev.backflow.export.RecordPosition;
import dev.backflow.export.TransientException;
import dev.backflow.lambda.engines.Engines;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

@ExtendWith(Engines.class)
class SidelineIT {
  private static final String BUCKET = "sideline-it";

  private static S3Client s3;

  @BeforeAll
  static void bucket(Engines.OnDemand engines) {
    s3 = engines.get().s3();
    s3.createBucket(b -> b.bucket(BUCKET));
  }

  private final S3Sideline sideline = new S3Sideline(() -> s3, BUCKET);

  @Test
  void what_is_put_aside_keeps_reason_place_and_bytes() throws IOException {
    SidelineFile file = sideline.of("acme", new ObjectRef("b", "k", "v", "e", 1L));
    file.accept(aside("first", 7));
    file.accept(aside("second", 99));
    file.store();

    String[] lines = only("put-aside/acme/").split("\n", -1);
    assertThat(lines).hasSize(2);
    assertThat(lines[0])
        .isEqualTo(
            "{\"reason\":\"first is cut\",\"cause\":\"TRUNCATED\",\"path\":\"s3://b/k\","
                + "\"offset\":7,\"record\":1,\"bytes\":\""
                + Base64.getEncoder().encodeToString("first".getBytes(UTF_8))
                + "\"}");
  }

  @Test
  void nothing_put_aside_leaves_no_object() {
    sideline.of("empty", ObjectRef.of("b", "k")).store();
    assertThat(keys("put-aside/empty/")).isEmpty();
  }

  @Test
  void the_same_delivery_again_replaces_its_own() throws IOException {
    for (int i = 0; i < 2; i++) {
      SidelineFile file = sideline.ofStream("twice", "telemetry", "shard-1", "42");
      file.accept(aside("same", 0));
      file.store();
    }
    assertThat(only("put-aside/twice/")).contains("same is cut");
  }

  @Test
  void different_versions_and_tenants_do_not_share_an_object() {
    for (String version : List.of("v1", "v2")) {
      SidelineFile file = sideline.of("versions", new ObjectRef("b", "k", version, "e", 1L));
      file.missing("s3://b/k", "gone");
      file.store();
    }
    assertThat(keys("put-aside/versions/")).hasSize(2);
  }

  @Test
  void beyond_the_limits_only_the_count_goes_on() throws IOException {
    SidelineFile byRecords = new SidelineFile(sideline, "put-aside/records/x", 2, 1000);
    SidelineFile byBytes = new SidelineFile(sideline, "put-aside/bytes/x", 1000, 12);
    for (int i = 0; i < 5; i++) {
      byRecords.accept(aside("record" + i, i));
      byBytes.accept(aside("12345", i));
    }
    byRecords.store();
    byBytes.store();

    assertThat(List.of(only("put-aside/records/").split("\n", -1)))
        .hasSize(3)
        .last()
        .isEqualTo("{\"omitted\":3}");
    assertThat(List.of(only("put-aside/bytes/").split("\n", -1)))
        .hasSize(3)
        .last()
        .isEqualTo("{\"omitted\":3}");
  }

  @Test
  void a_bucket_that_does_not_take_it_is_transient_and_named() {
    SidelineFile file = new S3Sideline(() -> s3, "no-such-bucket").of("t", ObjectRef.of("b", "k"));
    file.accept(aside("x", 0));

    assertThatThrownBy(file::store)
        .isInstanceOf(TransientException.class)
        .hasMessageContaining("s3://no-such-bucket/put-aside/t/")
        .hasMessageContaining("s3:PutObject");
  }

  private static PutAside aside(String text, long offset) {
    return new PutAside(
        text + " is cut",
        PutAside.Cause.TRUNCATED,
        text.getBytes(UTF_8),
        new RecordPosition("s3://b/k", offset, 1));
  }

  private static List<String> keys(String prefix) {
    return s3.listObjectsV2(l -> l.bucket(BUCKET).prefix(prefix)).contents().stream()
        .map(S3Object::key)
        .toList();
  }

  private static String only(String prefix) throws IOException {
    assertThat(keys(prefix)).hasSize(1);
    byte[] gzip = s3.getObjectAsBytes(g -> g.bucket(BUCKET).key(keys(prefix).get(0))).asByteArray();
    return new String(new GZIPInputStream(new ByteArrayInputStream(gzip)).readAllBytes(), UTF_8);
  }
}
