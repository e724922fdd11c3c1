package dev.backflow.commandline;

/** A set of ASCII characters, asked once for every character of a line. */
final class CharSet {
  private final long low;
  private final long high;

  private CharSet(long low, long high) {
    this.low = low;
    this.high = high;
  }

  /** Returns the set of the characters of a text, all of them ASCII. */
  static CharSet of(String characters) {
    long low = 0;
    long high = 0;
    for (int i = 0; i < characters.length(); i++) {
      char c = characters.charAt(i);
      if (c < 64) {
        low |= 1L << c;
      } else {
        high |= 1L << (c - 64);
      }
    }
    return new CharSet(low, high);
  }

  boolean has(char c) {
    return c < 64 ? (low >>> c & 1) != 0 : c < 128 && (high >>> (c - 64) & 1) != 0;
  }
}
