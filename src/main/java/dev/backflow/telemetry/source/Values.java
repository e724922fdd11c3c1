package dev.backflow.telemetry.source;

import dev.backflow.telemetry.User;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the shapes that values have in several sources. */
final class Values {
  private static final long MAX_BEFORE_HEX = -1L >>> 4;
  private static final long MAX_BEFORE_DECIMAL = Long.divideUnsigned(-1L, 10);

  /** What tells a small letter from a capital in ASCII. */
  private static final int CASE_BIT = 0x20;

  private static final char LAST_ASCII = 0x7f;
  private static final long UINT32 = 0xffff_ffffL;

  /** The hexadecimal digits by character, in lower case; zero for anything else. */
  private static final byte[] HEXADECIMAL = new byte[LAST_ASCII + 1];

  static {
    for (char c : "0123456789abcdefABCDEF".toCharArray()) {
      HEXADECIMAL[c] = (byte) Character.toLowerCase(c);
    }
  }

  private Values() {}

  /** Returns a value that is no placeholder ({@code -}, {@code N/A}, {@code none}, {@code ?}). */
  static @Nullable String present(@Nullable String value) {
    return value == null || isPlaceholder(value) ? null : value;
  }

  /** Most values are told apart from every placeholder by their first character. */
  private static boolean isPlaceholder(String value) {
    char first = value.isEmpty() ? ' ' : value.charAt(0);
    return switch (first) {
      case '-', '?' -> value.length() == 1;
      case 'N' -> value.equals("N/A") || value.equals("None");
      case 'n' -> value.equals("none") || value.equals("null");
      case '(' -> value.equals("(null)");
      default -> Character.isWhitespace(first) && value.isBlank();
    };
  }

  /** Returns the file name of a Windows or POSIX path. */
  static @Nullable String fileName(@Nullable String path) {
    if (path == null) {
      return null;
    }
    int from = path.length();
    while (from > 0 && path.charAt(from - 1) != '\\' && path.charAt(from - 1) != '/') {
      from--;
    }
    return from == path.length() ? null : path.substring(from);
  }

  /**
   * Returns a process id given in decimal or {@code 0x} hexadecimal, 0 to 2^32-1. One that a sensor
   * sign-extended to 64 bits is cut back; one that is no number is null.
   */
  static @Nullable Long pid(@Nullable String value) {
    return pid(number(value));
  }

  /** Returns a process id given as a number. */
  static @Nullable Long pid(@Nullable Long number) {
    return number == null || (number & ~UINT32) == 0 ? number : (Long) (number & UINT32);
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
      int digit = digit(value.charAt(i), radix);
      if (digit < 0
          || Long.compareUnsigned(number, hex ? MAX_BEFORE_HEX : MAX_BEFORE_DECIMAL) > 0) {
        return null;
      }
      number = number * radix + digit;
    }
    return negative ? -number : number;
  }

  /** {@link Character#digit} without its tables for what is nearly always there. */
  private static int digit(char c, int radix) {
    return c >= '0' && c <= '9' ? c - '0' : Character.digit(c, radix);
  }

  /** Returns a logon session's LUID as the Security log writes it, null for none and for zero. */
  static @Nullable String logonId(@Nullable String value) {
    Long number = number(value);
    return number == null || number == 0 ? null : "0x" + Long.toHexString(number);
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
    String given = value.strip();
    byte[] hash = new byte[given.length()];
    int all = 0;
    for (int i = 0; i < hash.length; i++) {
      char c = given.charAt(i);
      if (c > LAST_ASCII || HEXADECIMAL[c] == 0) {
        return null;
      }
      hash[i] = HEXADECIMAL[c];
      all |= hash[i];
    }
    return all == 0 || all == '0' ? null : new String(hash, StandardCharsets.ISO_8859_1);
  }

  /** Returns a GUID in lower case without braces, null for none or all zeros. */
  static @Nullable String guid(@Nullable String value) {
    String given = present(value);
    if (given == null) {
      return null;
    }
    String plain = given.strip();
    boolean braced = plain.startsWith("{") && plain.endsWith("}");
    String guid = lowered(braced ? plain.substring(1, plain.length() - 1) : plain);
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
    return value == null ? null : lowered(value);
  }

  /** Returns a text in lower case; many are already, and nearly all are ASCII. */
  static String lowered(String value) {
    int i = 0;
    while (i < value.length() && isLowered(value.charAt(i))) {
      i++;
    }
    return i == value.length() ? value : lowered(value, i);
  }

  private static String lowered(String value, int from) {
    byte[] lower = new byte[value.length()];
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c > LAST_ASCII) {
        return value.toLowerCase(Locale.ROOT);
      }
      lower[i] = (byte) (i < from || isLowered(c) ? c : c | CASE_BIT);
    }
    return new String(lower, StandardCharsets.ISO_8859_1);
  }

  private static boolean isLowered(char c) {
    return c < 'A' || (c > 'Z' && c <= LAST_ASCII);
  }
}
