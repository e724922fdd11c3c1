package dev.backflow.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backflow.detection.AutostartRegistry.Content;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AutostartRegistryTest {

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\Run | x | COMMAND",
        "HKU\\S-1-5-21-1\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\RunOnce | x | COMMAND",
        "\\REGISTRY\\MACHINE\\SOFTWARE\\WOW6432Node\\Microsoft\\Windows\\CurrentVersion\\Run | x | COMMAND",
        "HKLM\\...\\CurrentVersion\\RunOnceEx\\0001 | 1 | COMMAND",
        "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Policies\\Explorer\\Run | 1 | COMMAND",
        "HKLM\\SYSTEM\\CurrentControlSet\\Services\\tun | ImagePath | COMMAND",
        "HKLM\\SYSTEM\\ControlSet001\\Services\\tun\\Parameters | Application | COMMAND",
        "HKLM\\SYSTEM\\ControlSet001\\Services\\tun\\Parameters | AppParameters | ARGUMENTS",
        "HKLM\\SYSTEM\\ControlSet001\\Services\\tun\\Parameters | AppDirectory | -",
        "HKLM\\SYSTEM\\ControlSet001\\Services\\tun | DisplayName | -",
        "HKLM\\Software\\Microsoft\\Windows NT\\CurrentVersion\\Winlogon | Userinit | COMMAND",
        "HKLM\\Software\\Microsoft\\Windows NT\\CurrentVersion\\Winlogon | LastUser | -",
        "HKLM\\SOFTWARE\\Microsoft\\Active Setup\\Installed Components\\{1} | StubPath | COMMAND",
        "HKCU\\Environment | UserInitMprLogonScript | COMMAND",
        "HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\RunMRU | a | -",
        "HKCU\\Software\\Vendor\\Run | x | -",
        "HKCU\\Software\\SimonTatham\\PuTTY\\Sessions\\x | PortForwardings | -"
      })
  void what_a_value_starts(String key, String value, @Nullable Content content) {
    assertThat(AutostartRegistry.content(key, value)).isEqualTo(content);
  }
}
