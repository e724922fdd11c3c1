package dev.backflow.telemetry.source;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Looks at JSON text eight bytes at a time. */
final class JsonBytes {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101_0101_0101_0101L;
  private static final long HIGHS = 0x8080_8080_8080_8080L;
  private static final long QUOTES = '"' * ONES;
  private static final long BACKSLASHES = '\\' * ONES;
  private static final long BLANKS = ' ' * ONES;

  /** In digits, such that any fits into a long. */
  private static final int LONGEST_NUMBER = 18;

  private JsonBytes() {}

  /**
   * Returns the index of the first quote, backslash or control character from {@code from} on, the
   * length where there is none.
   */
  static int endOfPlain(byte[] b, int from) {
    int i = from;
    for (; i + Long.BYTES <= b.length; i += Long.BYTES) {
      long x = (long) LONGS.get(b, i);
      long quote = x ^ QUOTES;
      long backslash = x ^ BACKSLASHES;
      long hit =
          (((quote - ONES) & ~quote) | ((backslash - ONES) & ~backslash) | ((x - BLANKS) & ~x))
              & HIGHS;
      if (hit != 0) {
        // A borrow can mark a byte above the first one, never below it.
        return i + Long.numberOfTrailingZeros(hit) / Byte.SIZE;
      }
    }
    while (i < b.length && b[i] != '"' && b[i] != '\\' && (b[i] >= ' ' || b[i] < 0)) {
      i++;
    }
    return i;
  }

  /** Returns the eight bytes at an index, which are there, the first one lowest. */
  static long eight(byte[] b, int at) {
    return (long) LONGS.get(b, at);
  }

  /** Returns whether the bytes from {@code from} on, which are there, are these. */
  static boolean startsWith(byte[] b, int from, byte[] wanted) {
    int last = wanted.length - Long.BYTES;
    if (last < 0) {
      return startsWithShort(b, from, wanted);
    }
    for (int i = 0; i < last; i += Long.BYTES) {
      if ((long) LONGS.get(b, from + i) != (long) LONGS.get(wanted, i)) {
        return false;
      }
    }
    return (long) LONGS.get(b, from + last) == (long) LONGS.get(wanted, last);
  }

  private static boolean startsWithShort(byte[] b, int from, byte[] wanted) {
    for (int i = 0; i < wanted.length; i++) {
      if (b[from + i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  /** Returns the text of a JSON string between its quotes; its escapes are known to be right. */
  static String unescaped(byte[] b, int from, int to) {
    byte[] out = new byte[to - from + Long.BYTES];
    int length = 0;
    int i = from;
    while (i < to) {
      int plain = copyPlain(b, i, to, out, length);
      length += plain;
      i += plain;
      if (i < to && b[i + 1] == 'u') {
        // UTF-16 units may come in pairs, so what follows is left to a slower reader.
        return text(out, 0, length) + withUnicode(b, i, to);
      }
      if (i < to) {
        out[length++] = escape(b[i + 1]);
        i += 2;
      }
    }
    return text(out, 0, length);
  }

  /** Copies bytes up to a backslash and returns how many; up to seven behind them are scratch. */
  private static int copyPlain(byte[] b, int from, int to, byte[] out, int at) {
    int i = from;
    for (; i + Long.BYTES <= to; i += Long.BYTES) {
      long x = (long) LONGS.get(b, i);
      LONGS.set(out, at + i - from, x);
      long backslash = x ^ BACKSLASHES;
      long hit = (backslash - ONES) & ~backslash & HIGHS;
      if (hit != 0) {
        return i - from + Long.numberOfTrailingZeros(hit) / Byte.SIZE;
      }
    }
    for (; i < to && b[i] != '\\'; i++) {
      out[at + i - from] = b[i];
    }
    return i - from;
  }

  private static String withUnicode(byte[] b, int from, int to) {
    StringBuilder text = new StringBuilder(to - from);
    int i = from;
    while (i < to) {
      int stop = endOfPlain(b, i);
      text.append(text(b, i, stop));
      i = stop;
      if (i < to && b[i + 1] == 'u') {
        text.append((char) Integer.parseInt(text(b, i + 2, i + 6), 16));
        i += 6;
      } else if (i < to) {
        text.append((char) escape(b[i + 1]));
        i += 2;
      }
    }
    return text.toString();
  }

  private static byte escape(byte c) {
    return switch (c) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> c;
    };
  }

  /** Returns the text of bytes that hold no escape. Bytes that are no UTF-8 become U+FFFD. */
  static String text(byte[] b, int from, int to) {
    return new String(b, from, to - from, StandardCharsets.UTF_8);
  }

  /** Returns the number that bytes write in decimal digits alone, up to 18 of them; else -1. */
  static long digits(byte[] b, int from, int to) {
    if (from == to || to - from > LONGEST_NUMBER) {
      return -1;
    }
    long number = 0;
    for (int i = from; i < to; i++) {
      int digit = b[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  /** Returns a hash of the length and of the bytes at both ends: names seldom share these. */
  static int hash(byte[] b, int from, int to) {
    int length = to - from;
    long h = length;
    if (length >= Long.BYTES) {
      h = h * 31 + (long) LONGS.get(b, from);
      h = h * 31 + (long) LONGS.get(b, to - Long.BYTES);
      h = h * 31 + (long) LONGS.get(b, from + (length - Long.BYTES) / 2);
    } else {
      for (int i = from; i < to; i++) {
        h = h * 31 + b[i];
      }
    }
    h *= 0x9E37_79B9_7F4A_7C15L;
    return (int) (h >>> 40);
  }
}
