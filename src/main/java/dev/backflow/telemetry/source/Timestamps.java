package dev.backflow.telemetry.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads the times of vendor records. What is no time is null. */
final class Timestamps {
  /** Between 1601 and 1970, in seconds: Windows FILETIME counts from the former. */
  private static final long FILETIME_EPOCH_SECONDS = 11_644_473_600L;

  private static final int NANOS = 1_000_000_000;

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
        iso(parts[2] + "-" + two(parts[0]) + "-" + two(parts[1]) + "T" + two(parts[3], colon));
    if (time == null || parts.length < 5) {
      return time;
    }
    boolean afternoon = parts[4].strip().equalsIgnoreCase("PM");
    boolean twelve = parts[3].startsWith("12:");
    return time.plusSeconds(((afternoon ? 12 : 0) - (twelve ? 12 : 0)) * 3600L);
  }

  private static String two(String digits) {
    return two(digits, digits.length());
  }

  private static String two(String text, int digits) {
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
    String whole = dot < 0 ? text : text.substring(0, dot);
    try {
      long value = Long.parseLong(whole);
      if (value <= 0) {
        return null;
      }
      if (value > 100_000_000_000_000_000L) {
        long seconds = value / 10_000_000 - FILETIME_EPOCH_SECONDS;
        return Instant.ofEpochSecond(seconds, value % 10_000_000 * 100);
      }
      if (value > 100_000_000_000L) {
        return Instant.ofEpochMilli(value);
      }
      return Instant.ofEpochSecond(value, dot < 0 ? 0 : fraction(text, dot + 1, text.length()));
    } catch (NumberFormatException | DateTimeException e) {
      return null;
    }
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
    } catch (NumberFormatException | DateTimeException e) {
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
    long day = LocalDate.of(digits(s, 0, 4), digits(s, 5, 7), digits(s, 8, 10)).toEpochDay();
    long second = digits(s, 11, 13) * 3600L + digits(s, 14, 16) * 60L + digits(s, 17, 19);
    int end = 19;
    int nanos = 0;
    if (end < s.length() && s.charAt(end) == '.') {
      int from = ++end;
      while (end < s.length() && isDigit(s.charAt(end))) {
        end++;
      }
      nanos = fraction(s, from, end);
    }
    long offset = zone(s, end);
    return Instant.ofEpochSecond(day * 86_400 + second - offset, nanos);
  }

  /** Returns the seconds east of UTC that the rest of the text names. */
  private static long zone(String s, int from) {
    int at = from < s.length() && s.charAt(from) == ' ' ? from + 1 : from;
    if (at == s.length() || s.startsWith("Z", at) || s.startsWith("UTC", at)) {
      return 0;
    }
    int sign = s.charAt(at) == '-' ? -1 : 1;
    int minutes = s.length() > at + 3 && s.charAt(at + 3) == ':' ? at + 4 : at + 3;
    if (s.charAt(at) != '-' && s.charAt(at) != '+') {
      throw new NumberFormatException("no time zone");
    }
    return sign * (digits(s, at + 1, at + 3) * 3600L + digits(s, minutes, minutes + 2) * 60L);
  }

  private static int digits(String s, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      if (i >= s.length() || !isDigit(s.charAt(i))) {
        throw new NumberFormatException("no digit");
      }
      value = value * 10 + s.charAt(i) - '0';
    }
    return value;
  }

  private static int fraction(String s, int from, int to) {
    int nanos = 0;
    int unit = NANOS / 10;
    for (int i = from; i < to && unit > 0; i++) {
      nanos += digits(s, i, i + 1) * unit;
      unit /= 10;
    }
    return nanos;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
