package dev.backflow.telemetry.source;

import org.jspecify.annotations.Nullable;

/** A process's mandatory integrity level, by the names that Windows gives its RIDs. */
final class Integrity {
  private static final String LABEL_SID = "S-1-16-";

  private Integrity() {}

  /** Returns the level in lower case, from a name, a RID or a label's SID. */
  static @Nullable String level(@Nullable String value) {
    String given = Values.present(value);
    if (given == null) {
      return null;
    }
    String rid = given.startsWith(LABEL_SID) ? given.substring(LABEL_SID.length()) : given;
    return switch (rid) {
      case "0" -> "untrusted";
      case "4096" -> "low";
      case "8192" -> "medium";
      case "8448" -> "medium plus";
      case "12288" -> "high";
      case "16384" -> "system";
      case "20480" -> "protected";
      default -> name(given);
    };
  }

  /** A rendered label reads {@code Mandatory Label\High Mandatory Level}. */
  private static String name(String label) {
    String name = Values.lowered(label.substring(label.lastIndexOf('\\') + 1));
    return name.endsWith(" mandatory level")
        ? name.substring(0, name.length() - " mandatory level".length())
        : name;
  }
}
