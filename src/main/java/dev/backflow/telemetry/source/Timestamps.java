package dev.backflow.telemetry.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads the times of vendor records. What is no time is null. */
final class Timestamps {
  /** Between 1601 and 1970, in seconds: Windows FILETIME counts from the former. */
  private static final long FILETIME_EPOCH_SECONDS = 11_644_473_600L;

  private static final int[] POWERS_OF_TEN = {
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000
  };

  private Timestamps() {}

  /** Reads an ISO 8601 time or a number, whichever stands there. */
  static @Nullable Instant any(@Nullable String text) {
    if (text == null) {
      return null;
    }
    if (text.length() >= 10 && text.charAt(4) == '-') {
      return iso(text);
    }
    return text.indexOf('/') > 0 ? us(text) : number(text);
  }

  /**
   * Reads {@code 3/4/2026 2:17:31.437 AM}, month first, as Windows text and portal exports write
   * it: a time without a zone, taken for UTC.
   */
  static @Nullable Instant us(String text) {
    String[] parts = text.strip().split("[/ ]", 5);
    if (parts.length < 4) {
      return null;
    }
    int colon = parts[3].indexOf(':');
    if (colon < 1 || colon > 2) {
      return null;
    }
    Instant time =
        iso(
            parts[2]
                + "-"
                + padded(parts[0])
                + "-"
                + padded(parts[1])
                + "T"
                + padded(parts[3], colon));
    if (time == null || parts.length < 5) {
      return time;
    }
    boolean afternoon = parts[4].strip().equalsIgnoreCase("PM");
    boolean twelve = parts[3].startsWith("12:");
    return time.plusSeconds(((afternoon ? 12 : 0) - (twelve ? 12 : 0)) * 3600L);
  }

  private static String padded(String digits) {
    return padded(digits, digits.length());
  }

  private static String padded(String text, int digits) {
    return digits < 2 ? "0" + text : text;
  }

  /**
   * Reads a number by its magnitude: beyond 1e17 a FILETIME (100 ns since 1601), beyond 1e11
   * milliseconds since 1970, else seconds, with a fraction.
   */
  static @Nullable Instant number(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    int dot = text.indexOf('.');
    try {
      return atMagnitude(
          Long.parseLong(text, 0, dot < 0 ? text.length() : dot, 10),
          dot < 0 ? 0 : fraction(text, dot + 1, text.length()));
    } catch (NumberFormatException | DateTimeException e) {
      return null;
    }
  }

  /** Returns the time a number stands for by its magnitude, null for one that is not positive. */
  static @Nullable Instant atMagnitude(long value, int nanos) {
    if (value <= 0) {
      return null;
    }
    if (value > 100_000_000_000_000_000L) {
      long seconds = value / 10_000_000 - FILETIME_EPOCH_SECONDS;
      return Instant.ofEpochSecond(seconds, value % 10_000_000 * 100);
    }
    return value > 100_000_000_000L
        ? Instant.ofEpochMilli(value)
        : Instant.ofEpochSecond(value, nanos);
  }

  /**
   * Reads {@code 2026-01-02T03:04:05.678901234Z}: blank or T in the middle, up to nine digits of
   * fraction (more are cut), Z, an offset or nothing (UTC) at the end.
   */
  static @Nullable Instant iso(@Nullable String text) {
    if (text == null || text.length() < 19) {
      return null;
    }
    try {
      return parse(text);
    } catch (NumberFormatException | IndexOutOfBoundsException | DateTimeException e) {
      return null;
    }
  }

  private static @Nullable Instant parse(String s) {
    boolean shape =
        s.charAt(4) == '-'
            && s.charAt(7) == '-'
            && (s.charAt(10) == 'T' || s.charAt(10) == ' ')
            && s.charAt(13) == ':'
            && s.charAt(16) == ':';
    if (!shape) {
      return null;
    }
    long day = LocalDate.of(two(s, 0) * 100 + two(s, 2), two(s, 5), two(s, 8)).toEpochDay();
    long second = two(s, 11) * 3600L + two(s, 14) * 60L + two(s, 17);
    int at = 19;
    int nanos = 0;
    if (at < s.length() && s.charAt(at) == '.') {
      int from = at + 1;
      at = from;
      while (at < s.length() && isDigit(s.charAt(at))) {
        at++;
      }
      nanos = fraction(s, from, at);
    }
    return Instant.ofEpochSecond(day * 86_400 + second - zone(s, at), nanos);
  }

  private static int two(String s, int at) {
    int tens = s.charAt(at) - '0';
    int ones = s.charAt(at + 1) - '0';
    if (tens < 0 || tens > 9 || ones < 0 || ones > 9) {
      throw new NumberFormatException("no digit");
    }
    return tens * 10 + ones;
  }

  /** Returns the seconds east of UTC that the rest of the text names. */
  private static long zone(String s, int from) {
    int at = from < s.length() && s.charAt(from) == ' ' ? from + 1 : from;
    if (at == s.length() || s.charAt(at) == 'Z' || s.startsWith("UTC", at)) {
      return 0;
    }
    char sign = s.charAt(at);
    if ((sign != '-' && sign != '+') || s.length() < at + 5) {
      throw new NumberFormatException("no time zone");
    }
    int minutes = s.charAt(at + 3) == ':' ? at + 4 : at + 3;
    long seconds = two(s, at + 1) * 3600L + two(s, minutes) * 60L;
    return sign == '-' ? -seconds : seconds;
  }

  /** Returns nanoseconds; digits beyond the ninth are cut. */
  private static int fraction(String s, int from, int to) {
    int nanos = 0;
    int digits = 0;
    for (int i = from; i < to && digits < 9; i++) {
      if (!isDigit(s.charAt(i))) {
        throw new NumberFormatException("no digit");
      }
      nanos = nanos * 10 + s.charAt(i) - '0';
      digits++;
    }
    return nanos * POWERS_OF_TEN[9 - digits];
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
