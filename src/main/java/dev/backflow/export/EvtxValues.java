package dev.backflow.export;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Locale;

/** Values of binary XML as Windows writes them: numbers, GUIDs, SIDs, times. */
final class EvtxValues {
  private static final int ARRAY = 0x80;
  private static final long FILETIME_EPOCH_SECONDS = 11_644_473_600L;

  private EvtxValues() {}

  static void render(EvtxBytes c, int type, int at, int size, StringBuilder out)
      throws DamagedExportException {
    if ((type & ARRAY) != 0) {
      array(c, type & ~ARRAY, at, size, out);
      return;
    }
    if (size == 0) {
      return;
    }
    switch (type) {
      case 0x00 -> {}
      case 0x01 -> escape(trimmed(c.utf16(at, size & ~1)), out);
      case 0x02 -> escape(trimmed(new String(c.copy(at, at + size), StandardCharsets.UTF_8)), out);
      case 0x03 -> out.append((byte) c.u8(at));
      case 0x04 -> out.append(c.u8(at));
      case 0x05 -> out.append((short) c.u16(at));
      case 0x06 -> out.append(c.u16(at));
      case 0x07 -> out.append(c.u32(at));
      case 0x08 -> out.append(Integer.toUnsignedString(c.u32(at)));
      case 0x09 -> out.append(c.i64(at));
      case 0x0a -> out.append(Long.toUnsignedString(c.i64(at)));
      case 0x0b -> out.append(Float.intBitsToFloat(c.u32(at)));
      case 0x0c -> out.append(Double.longBitsToDouble(c.i64(at)));
      case 0x0d -> out.append(c.u32(at) != 0);
      case 0x0e -> out.append(HexFormat.of().withUpperCase().formatHex(c.copy(at, at + size)));
      case 0x0f -> guid(c, at, out);
      case 0x10 -> out.append("0x").append(Long.toHexString(size == 4 ? u32(c, at) : c.i64(at)));
      case 0x11 -> out.append(fileTime(c.i64(at)));
      case 0x12 -> out.append(systemTime(c, at));
      case 0x13 -> sid(c, at, size, out);
      case 0x14 -> out.append("0x").append(Integer.toHexString(c.u32(at)));
      case 0x15 -> out.append("0x").append(Long.toHexString(c.i64(at)));
      default -> throw BinXml.damaged("a value of type " + type);
    }
  }

  /** Strings are separated by NUL; the other types follow each other. One item a line. */
  private static void array(EvtxBytes c, int type, int at, int size, StringBuilder out)
      throws DamagedExportException {
    if (type == 0x01) {
      escape(trimmed(c.utf16(at, size & ~1)).replace('\0', '\n'), out);
      return;
    }
    int width = width(type);
    for (int i = 0; i + width <= size; i += width) {
      out.append(i == 0 ? "" : "\n");
      render(c, type, at + i, width, out);
    }
  }

  private static int width(int type) throws DamagedExportException {
    return switch (type) {
      case 0x03, 0x04 -> 1;
      case 0x05, 0x06 -> 2;
      case 0x07, 0x08, 0x0b, 0x0d, 0x14 -> 4;
      case 0x09, 0x0a, 0x0c, 0x11, 0x15 -> 8;
      case 0x0f, 0x12 -> 16;
      default -> throw BinXml.damaged("an array of type " + type);
    };
  }

  private static long u32(EvtxBytes c, int at) throws DamagedExportException {
    return c.u32(at) & 0xffff_ffffL;
  }

  private static void guid(EvtxBytes c, int at, StringBuilder out) throws DamagedExportException {
    out.append(
        String.format(Locale.ROOT, "{%08x-%04x-%04x-", c.u32(at), c.u16(at + 4), c.u16(at + 6)));
    HexFormat hex = HexFormat.of();
    c.check(at, 16);
    out.append(hex.formatHex(c.copy(at + 8, at + 10)))
        .append('-')
        .append(hex.formatHex(c.copy(at + 10, at + 16)))
        .append('}');
  }

  /** Revision, number of sub-authorities, authority in big-endian, sub-authorities. */
  private static void sid(EvtxBytes c, int at, int size, StringBuilder out)
      throws DamagedExportException {
    int count = c.u8(at + 1);
    if (size < 8 + 4 * count) {
      throw BinXml.damaged("a SID that is cut off");
    }
    long authority = 0;
    for (int i = 2; i < 8; i++) {
      authority = authority << 8 | c.u8(at + i);
    }
    out.append("S-").append(c.u8(at)).append('-').append(authority);
    for (int i = 0; i < count; i++) {
      out.append('-').append(u32(c, at + 8 + 4 * i));
    }
  }

  private static Instant fileTime(long ticks) {
    long seconds = Long.divideUnsigned(ticks, 10_000_000) - FILETIME_EPOCH_SECONDS;
    return Instant.ofEpochSecond(seconds, Long.remainderUnsigned(ticks, 10_000_000) * 100);
  }

  private static String systemTime(EvtxBytes c, int at) throws DamagedExportException {
    try {
      return LocalDateTime.of(
              c.u16(at),
              c.u16(at + 2),
              c.u16(at + 6),
              c.u16(at + 8),
              c.u16(at + 10),
              c.u16(at + 12),
              c.u16(at + 14) * 1_000_000)
          .toInstant(ZoneOffset.UTC)
          .toString();
    } catch (DateTimeException e) {
      return "";
    }
  }

  private static String trimmed(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == '\0') {
      end--;
    }
    return text.substring(0, end);
  }

  /** Writes text as XML content; it may also stand in an attribute. */
  static void escape(String text, StringBuilder out) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '"' -> out.append("&quot;");
        default -> out.append(c);
      }
    }
  }
}
