package dev.backflow.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads literal IP addresses without ever asking a resolver, and compares them with networks. */
final class Addresses {
  private Addresses() {}

  /** Returns the 4 or 16 bytes of a literal address, or null when the text is a name. */
  static byte @Nullable [] literal(String text) {
    String bare =
        text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
    int zone = bare.indexOf('%');
    String address = zone < 0 ? bare : bare.substring(0, zone);
    return address.indexOf(':') >= 0 ? v6(address) : v4(address);
  }

  /** Returns whether the text means this very machine: loopback or the unspecified address. */
  static boolean isLoopback(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.isEmpty() || lower.equals("localhost") || lower.equals("*")) {
      return true;
    }
    byte[] address = literal(lower);
    if (address == null) {
      return false;
    }
    byte[] v4 = unmapped(address);
    return v4.length == 4
        ? v4[0] == 127 || isZero(v4, 4)
        : isZero(v4, 15) && v4[15] <= 1 && v4[15] >= 0;
  }

  /** Returns the IPv4 address inside an IPv4-mapped one, or the address itself. */
  static byte[] unmapped(byte[] address) {
    if (address.length != 16 || !isZero(address, 10) || address[10] != -1 || address[11] != -1) {
      return address;
    }
    return new byte[] {address[12], address[13], address[14], address[15]};
  }

  private static boolean isZero(byte[] address, int length) {
    for (int i = 0; i < length; i++) {
      if (address[i] != 0) {
        return false;
      }
    }
    return true;
  }

  private static byte @Nullable [] v4(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 4) {
      return null;
    }
    byte[] out = new byte[4];
    for (int i = 0; i < 4; i++) {
      int value = number(parts[i], 10, 3);
      if (value < 0 || value > 255) {
        return null;
      }
      out[i] = (byte) value;
    }
    return out;
  }

  private static byte @Nullable [] v6(String text) {
    int gap = text.indexOf("::");
    List<Byte> head = groups(gap < 0 ? text : text.substring(0, gap));
    List<Byte> tail = gap < 0 ? List.of() : groups(text.substring(gap + 2));
    if (head == null || tail == null || head.size() + tail.size() > 16) {
      return null;
    }
    if (gap < 0 && head.size() != 16) {
      return null;
    }
    byte[] out = new byte[16];
    for (int i = 0; i < head.size(); i++) {
      out[i] = head.get(i);
    }
    for (int i = 0; i < tail.size(); i++) {
      out[16 - tail.size() + i] = tail.get(i);
    }
    return out;
  }

  private static @Nullable List<Byte> groups(String text) {
    List<Byte> out = new ArrayList<>();
    if (text.isEmpty()) {
      return out;
    }
    for (String part : text.split(":", -1)) {
      byte[] dotted = v4(part);
      int value = dotted == null ? number(part, 16, 4) : 0;
      if (dotted != null) {
        for (byte b : dotted) {
          out.add(b);
        }
      } else if (value >= 0) {
        out.add((byte) (value >> 8));
        out.add((byte) value);
      } else {
        return null;
      }
    }
    return out;
  }

  private static int number(String text, int radix, int digits) {
    if (text.isEmpty() || text.length() > digits) {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = Character.digit(text.charAt(i), radix);
      if (digit < 0) {
        return -1;
      }
      value = value * radix + digit;
    }
    return value;
  }
}
