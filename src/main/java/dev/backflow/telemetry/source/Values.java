package dev.backflow.telemetry.source;

import dev.backflow.telemetry.User;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the shapes that values have in several sources. */
final class Values {
  private static final int LONGEST_PLACEHOLDER = "(null)".length();
  private static final long MAX_BEFORE_HEX = -1L >>> 4;
  private static final long MAX_BEFORE_DECIMAL = Long.divideUnsigned(-1L, 10);
  private static final long UINT32 = 0xffff_ffffL;

  private Values() {}

  /** Returns a value that is no placeholder ({@code -}, {@code N/A}, {@code none}, {@code ?}). */
  static @Nullable String present(@Nullable String value) {
    if (value == null) {
      return null;
    }
    // Most values are long, and no placeholder is: it need not be hashed to be told apart.
    return value.length() <= LONGEST_PLACEHOLDER && isPlaceholder(value) ? null : value;
  }

  private static boolean isPlaceholder(String value) {
    return switch (value) {
      case "-", "?", "N/A", "none", "None", "null", "(null)" -> true;
      default -> value.isBlank();
    };
  }

  /** Returns the file name of a Windows or POSIX path. */
  static @Nullable String fileName(@Nullable String path) {
    if (path == null) {
      return null;
    }
    String name = path.substring(Math.max(path.lastIndexOf('\\'), path.lastIndexOf('/')) + 1);
    return name.isEmpty() ? null : name;
  }

  /**
   * Returns a process id given in decimal or {@code 0x} hexadecimal, 0 to 2^32-1. One that a sensor
   * sign-extended to 64 bits is cut back; one that is no number is null.
   */
  static @Nullable Long pid(@Nullable String value) {
    Long number = number(value);
    return number == null ? null : number & UINT32;
  }

  /** Returns an unsigned 64-bit number given in decimal or {@code 0x} hexadecimal. */
  static @Nullable Long number(@Nullable String value) {
    if (value == null || value.isEmpty()) {
      return null;
    }
    boolean negative = value.charAt(0) == '-';
    boolean hex = value.startsWith("0x") || value.startsWith("0X");
    int from = hex ? 2 : negative ? 1 : 0;
    int radix = hex ? 16 : 10;
    if (from == value.length()) {
      return null;
    }
    long number = 0;
    for (int i = from; i < value.length(); i++) {
      int digit = Character.digit(value.charAt(i), radix);
      if (digit < 0
          || Long.compareUnsigned(number, hex ? MAX_BEFORE_HEX : MAX_BEFORE_DECIMAL) > 0) {
        return null;
      }
      number = number * radix + digit;
    }
    return negative ? -number : number;
  }

  /** Returns a port, null when it is no number from 0 to 65535. */
  static @Nullable Integer port(@Nullable String value) {
    Long number = number(value);
    return number == null || number < 0 || number > 65_535 ? null : number.intValue();
  }

  /** Returns a hash in lower case; all zeros means that the sensor did not compute it. */
  static @Nullable String hash(@Nullable String value) {
    if (value == null) {
      return null;
    }
    String hash = value.strip().toLowerCase(Locale.ROOT);
    for (int i = 0; i < hash.length(); i++) {
      if (hash.charAt(i) != '0') {
        return Character.digit(hash.charAt(i), 16) < 0 ? null : hash;
      }
    }
    return null;
  }

  /** Returns a GUID in lower case without braces, null for none or all zeros. */
  static @Nullable String guid(@Nullable String value) {
    String given = present(value);
    if (given == null) {
      return null;
    }
    String guid = given.strip().toLowerCase(Locale.ROOT);
    if (guid.startsWith("{") && guid.endsWith("}")) {
      guid = guid.substring(1, guid.length() - 1);
    }
    return guid.startsWith("00000000-0000-0000-0000-000000000000") ? null : guid;
  }

  /** Returns an account given as {@code DOMAIN\name} or {@code name}, null for none. */
  static @Nullable User account(@Nullable String value) {
    String given = present(value);
    if (given == null) {
      return null;
    }
    int cut = given.indexOf('\\');
    return cut < 0
        ? new User(null, null, given)
        : new User(null, present(given.substring(0, cut)), present(given.substring(cut + 1)));
  }

  /** Returns the first value, where there is none the second. */
  static @Nullable String either(@Nullable String first, @Nullable String second) {
    return first == null ? second : first;
  }

  /** Returns a name in lower case, null for none. */
  static @Nullable String lower(@Nullable String value) {
    return value == null ? null : value.toLowerCase(Locale.ROOT);
  }
}
