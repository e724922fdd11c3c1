package dev.backflow.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  private static final Map<String, String> COMPLETE =
      Map.of("BACKFLOW_TENANTS", "acme", "BACKFLOW_TABLE", " backflow ");

  @Test
  void settings_come_from_the_environment() {
    Settings settings = Settings.from(COMPLETE);

    assertThat(settings.table()).isEqualTo("backflow");
    assertThat(settings.tenants().ofStream("s")).contains("acme");
  }

  @ParameterizedTest
  @ValueSource(strings = {"BACKFLOW_TENANTS", "BACKFLOW_TABLE"})
  void a_missing_variable_is_named_with_the_remedy(String name) {
    Map<String, String> without = new HashMap<>(COMPLETE);
    without.put(name, " ");

    assertThatThrownBy(() -> Settings.from(without))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(name)
        .hasMessageContaining("deploy with the template");
  }
}
