package dev.backflow.triage;

import java.util.Arrays;

/** A network in CIDR notation. */
final class Network {
  private final byte[] address;
  private final int bits;

  private Network(byte[] address, int bits) {
    this.address = address;
    this.bits = bits;
  }

  /**
   * Reads a network such as {@code 10.0.0.0/8} or {@code fd00::/8}; a bare address is a network of
   * one.
   *
   * @throws IllegalArgumentException naming the text and what was expected
   */
  static Network parse(String text) {
    int slash = text.indexOf('/');
    byte[] address = Addresses.literal(slash < 0 ? text : text.substring(0, slash));
    if (address == null) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a network: write an address and a prefix length, as 10.0.0.0/8");
    }
    int most = address.length * 8;
    int bits = slash < 0 ? most : prefix(text, text.substring(slash + 1), most);
    return new Network(address, bits);
  }

  private static int prefix(String text, String digits, int most) {
    try {
      int bits = Integer.parseInt(digits);
      if (bits >= 0 && bits <= most) {
        return bits;
      }
    } catch (NumberFormatException e) {
      // Falls through to the one message that says what is expected.
    }
    throw new IllegalArgumentException(
        "'" + text + "' has no prefix length from 0 to " + most + " after the slash");
  }

  boolean contains(byte[] other) {
    if (other.length != address.length) {
      return false;
    }
    int whole = bits / 8;
    if (!Arrays.equals(address, 0, whole, other, 0, whole)) {
      return false;
    }
    int rest = bits % 8;
    return rest == 0 || ((address[whole] ^ other[whole]) & (0xff << (8 - rest)) & 0xff) == 0;
  }
}
