package dev.backflow.cases;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Bounds on what rows keep of a record: a command line of 32 KiB, or a crafted one, must not crowd
 * a case out of DynamoDB's 400 KB for an item.
 */
final class Texts {
  /** UTF-8 bytes of any one text. */
  static final int BYTES_AT_MOST = 2_000;

  private Texts() {}

  static @Nullable String cut(@Nullable String text) {
    return text == null ? null : bounded(text);
  }

  /** Returns the text, or as much of its beginning as fits with a note of how long it was. */
  static String bounded(String text) {
    int length = text.getBytes(StandardCharsets.UTF_8).length;
    if (length <= BYTES_AT_MOST) {
      return text;
    }
    String note = "... (" + text.length() + " characters)";
    int room = BYTES_AT_MOST - note.length();
    int end = 0;
    int bytes = 0;
    while (end < text.length()) {
      int codePoint = text.codePointAt(end);
      bytes += utf8Length(codePoint);
      if (bytes > room) {
        break;
      }
      end += Character.charCount(codePoint);
    }
    return text.substring(0, end) + note;
  }

  private static int utf8Length(int codePoint) {
    if (codePoint < 0x80) {
      return 1;
    }
    return codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
  }
}
