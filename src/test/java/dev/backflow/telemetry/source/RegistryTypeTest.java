package dev.backflow.telemetry.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryTypeTest {
  @ParameterizedTest
  @CsvSource({
    "REG_SZ, REG_SZ",
    "1, REG_SZ",
    "String, REG_SZ",
    "%%1873, REG_SZ",
    "ExpandString, REG_EXPAND_SZ",
    "expand_string, REG_EXPAND_SZ",
    "multi_string, REG_MULTI_SZ",
    "Binary, REG_BINARY",
    "4, REG_DWORD",
    "%%1883, REG_QWORD"
  })
  void every_source_has_its_own_word_for_a_type(String given, String expected) {
    assertThat(RegistryType.of(given)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"None", "99", "-", "''"})
  void a_type_nobody_knows_is_absent(String given) {
    assertThat(RegistryType.of(given)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "DWORD (0x00000001), REG_DWORD",
    "QWORD (0x00000000-0x00000001), REG_QWORD",
    "Binary Data, REG_BINARY"
  })
  void sysmon_tells_the_type_in_the_data(String details, String expected) {
    assertThat(RegistryType.ofSysmon(details)).isEqualTo(expected);
    assertThat(RegistryType.ofSysmon("plink.exe -R 1:h:2")).isNull();
  }
}
