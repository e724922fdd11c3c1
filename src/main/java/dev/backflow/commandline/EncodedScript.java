package dev.backflow.commandline;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Scripts in base64: the value of {@code -EncodedCommand}, or what a script decodes itself. */
final class EncodedScript {
  private EncodedScript() {}

  /**
   * Returns the script of {@code -EncodedCommand}, which is UTF-16LE, or null when the text is no
   * base64. A value a sensor has cut short gives what is there.
   */
  static @Nullable String decode(String text) {
    byte[] bytes = bytes(text);
    return bytes == null || bytes.length < 2 ? null : utf16(bytes);
  }

  /** Returns a text whose encoding is not given: UTF-16LE when every other byte is 0, or UTF-8. */
  static @Nullable String decodeAny(String text) {
    byte[] bytes = bytes(text);
    if (bytes == null || bytes.length == 0) {
      return null;
    }
    int zeros = 0;
    for (int i = 1; i < bytes.length; i += 2) {
      zeros += bytes[i] == 0 ? 1 : 0;
    }
    boolean wide = zeros > bytes.length / 4;
    return wide ? utf16(bytes) : new String(bytes, StandardCharsets.UTF_8);
  }

  private static String utf16(byte[] bytes) {
    return new String(bytes, 0, bytes.length & ~1, StandardCharsets.UTF_16LE);
  }

  private static byte @Nullable [] bytes(String text) {
    StringBuilder digits = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isDigit(c)) {
        digits.append(c);
      } else if (c != '=' && !ExcerptCursor.isBlank(c)) {
        return null;
      }
    }
    digits.setLength(digits.length() - (digits.length() % 4 == 1 ? 1 : 0));
    return Base64.getDecoder().decode(digits.toString());
  }

  static boolean isDigit(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '+'
        || c == '/';
  }
}
