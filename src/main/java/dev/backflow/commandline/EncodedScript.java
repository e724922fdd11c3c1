package dev.backflow.commandline;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The value of {@code -EncodedCommand}: base64 of a script in UTF-16LE. */
final class EncodedScript {
  private EncodedScript() {}

  /**
   * Returns the script, or null when the text is no base64. A value a sensor has cut short gives
   * what is there.
   */
  static @Nullable String decode(String text) {
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
    byte[] bytes = Base64.getDecoder().decode(digits.toString());
    String script = new String(bytes, 0, bytes.length & ~1, StandardCharsets.UTF_16LE);
    return script.isEmpty() ? null : script;
  }

  private static boolean isDigit(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '+'
        || c == '/';
  }
}
