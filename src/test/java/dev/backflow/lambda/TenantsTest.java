package dev.backflow.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backflow.export.TransientException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TenantsTest {
  @Test
  void a_lone_tenant_owns_everything() {
    Tenants tenants = Tenants.parse("acme");

    assertThat(tenants.ofObject("any", "key")).contains("acme");
    assertThat(tenants.ofStream("any")).contains("acme");
  }

  @Test
  void the_longest_place_decides_in_whatever_order_it_was_written() {
    Tenants tenants = Tenants.parse("*=rest, exports/b/=beta, exports=acme, exports/b/x/=gamma");

    assertThat(tenants.ofObject("exports", "a/1.gz")).contains("acme");
    assertThat(tenants.ofObject("exports", "b/1.gz")).contains("beta");
    assertThat(tenants.ofObject("exports", "b/x/1.gz")).contains("gamma");
    assertThat(tenants.ofObject("other", "b/1.gz")).contains("rest");
  }

  @Test
  void a_bucket_does_not_cover_another_whose_name_begins_with_it() {
    assertThat(Tenants.parse("exports=acme").ofObject("exports-2", "k")).isEmpty();
  }

  @Test
  void a_key_may_hold_an_equals_sign() {
    assertThat(Tenants.parse("b/tenant=1/=acme").ofObject("b", "tenant=1/k")).contains("acme");
  }

  @Test
  void a_stream_is_found_by_its_name() {
    Tenants tenants = Tenants.parse("telemetry=acme");

    assertThat(tenants.ofStream("telemetry")).contains("acme");
    assertThat(tenants.ofStream("telemetry-2")).isEmpty();
  }

  @Test
  void what_no_place_covers_comes_again_until_someone_names_its_tenant() {
    assertThat(Tenants.unknown("s3://b/k"))
        .isInstanceOf(TransientException.class)
        .hasMessageContaining("s3://b/k")
        .hasMessageContaining("add its bucket, prefix or stream");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a=", "=acme", "a=b,", "a=b c", "acme#1", ",", "x=ä"})
  void what_is_no_tenant_is_refused_by_its_text(String text) {
    assertThatThrownBy(() -> Tenants.parse(text))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("BACKFLOW_TENANTS");
  }
}
