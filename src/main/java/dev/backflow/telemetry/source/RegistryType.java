package dev.backflow.telemetry.source;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The type of a registry value's data, by the names of the Windows API. Sources give that name, the
 * number behind it (winnt.h), .NET's name for it, or the number of a message of the Security log.
 */
final class RegistryType {
  private RegistryType() {}

  /** Returns the name, null for a type that is not known. */
  static @Nullable String of(@Nullable String type) {
    String given = Values.present(type);
    if (given == null) {
      return null;
    }
    String plain = given.toUpperCase(Locale.ROOT).replace("_", "");
    return switch (plain.startsWith("REG") ? plain.substring("REG".length()) : plain) {
      case "SZ", "STRING", "1", "%%1873" -> "REG_SZ";
      case "EXPANDSZ", "EXPANDSTRING", "EXPANDABLESTRING", "2", "%%1874" -> "REG_EXPAND_SZ";
      case "BINARY", "3", "%%1875" -> "REG_BINARY";
      case "DWORD", "4", "%%1876" -> "REG_DWORD";
      case "MULTISZ", "MULTISTRING", "7", "%%1879" -> "REG_MULTI_SZ";
      case "QWORD", "11", "%%1883" -> "REG_QWORD";
      default -> null;
    };
  }

  /** Returns the type that Sysmon's way to write data tells. */
  static @Nullable String ofSysmon(@Nullable String details) {
    if (details == null) {
      return null;
    }
    return details.startsWith("DWORD (")
        ? "REG_DWORD"
        : details.startsWith("QWORD (")
            ? "REG_QWORD"
            : details.equals("Binary Data") ? "REG_BINARY" : null;
  }
}
