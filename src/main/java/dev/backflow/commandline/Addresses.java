package dev.backflow.commandline;

/** Spells a destination as the program does before it connects (ssh.c, {@code is_addr}). */
final class Addresses {
  private Addresses() {}

  /**
   * Returns a host as the program uses it: names in lower case, the short and odd forms of an IPv4
   * address ({@code 127.1}, {@code 0x7f.1}, {@code 2130706433}) in four decimal parts, anything
   * with a colon or percent sign as written.
   */
  static String canonical(String host) {
    if (host.indexOf(':') >= 0 || host.indexOf('%') >= 0) {
      return host;
    }
    long address = ipv4(host);
    return address < 0 ? ConfigLine.lowerCase(host) : dotted(address);
  }

  private static String dotted(long address) {
    return (address >> 24)
        + "."
        + ((address >> 16) & 255)
        + "."
        + ((address >> 8) & 255)
        + "."
        + (address & 255);
  }

  /** Reads up to four parts, the last filling what is left, as {@code inet_aton}; -1 if none. */
  private static long ipv4(String host) {
    if (host.isEmpty() || !Numbers.isDigit(host.charAt(0))) {
      return -1;
    }
    String[] parts = host.split("\\.", 5);
    if (parts.length > 4) {
      return -1;
    }
    long address = 0;
    for (int i = 0; i < parts.length; i++) {
      boolean last = i == parts.length - 1;
      long part = part(parts[i]);
      long limit = last ? 1L << (8 * (5 - parts.length)) : 256;
      if (part < 0 || part >= limit) {
        return -1;
      }
      address |= last ? part : part << (8 * (3 - i));
    }
    return address;
  }

  private static long part(String text) {
    int base = 10;
    int at = 0;
    if (text.startsWith("0x") || text.startsWith("0X")) {
      base = 16;
      at = 2;
    } else if (text.length() > 1 && text.charAt(0) == '0') {
      base = 8;
      at = 1;
    }
    if (at == text.length()) {
      return -1;
    }
    long value = 0;
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      int digit = c < 128 ? Character.digit(c, base) : -1;
      if (digit < 0) {
        return -1;
      }
      value = Math.min(value * base + digit, 1L << 33);
    }
    return value;
  }
}
