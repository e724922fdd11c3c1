package dev.backflow.commandline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The value of {@code -o} as OpenSSH's readconf.c takes it apart: a keyword by {@code strdelim},
 * then words by {@code argv_split} (misc.c).
 *
 * @param keyword in lower case; empty when the program sees nothing to do and says nothing
 * @param rest what follows the keyword, blanks before it removed, untouched otherwise
 * @param words the words of {@code rest}, or null when a quote in it is not closed
 */
record ConfigLine(String keyword, String rest, @Nullable List<String> words) {
  private static final CharSet BLANK = CharSet.of(" \t\r\n");
  private static final CharSet TRAILING = CharSet.of(" \t\r\n\f");
  private static final CharSet DELIMITER = CharSet.of("\"= \t\r\n");

  /** Characters that mean more than themselves in a word. */
  private static final CharSet SPECIAL = CharSet.of(" \t\\\"'#");

  private static final ConfigLine NOTHING = new ConfigLine("", "", List.of());

  /** Reads the value of {@code -o}. */
  static ConfigLine parse(String value, StepCount steps) {
    Cursor cursor = new Cursor(value, 0, lengthWithoutTrailingBlanks(value), steps);
    String keyword = keyword(cursor);
    if (keyword != null && keyword.isEmpty()) {
      keyword = keyword(cursor);
    }
    if (keyword == null || keyword.isEmpty() || keyword.charAt(0) == '#') {
      return NOTHING;
    }
    skipBlank(cursor);
    String rest = cursor.rest();
    return new ConfigLine(lowerCase(keyword), rest, words(new Cursor(rest, steps)));
  }

  /** Lower-cases ASCII alone, as the C locale does. */
  static String lowerCase(String text) {
    char[] out = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        out = out == null ? text.toCharArray() : out;
        out[i] = (char) (c + 32);
      }
    }
    return out == null ? text : new String(out);
  }

  private static int lengthWithoutTrailingBlanks(String value) {
    int length = value.length();
    while (length > 1 && TRAILING.has(value.charAt(length - 1))) {
      length--;
    }
    return length;
  }

  /**
   * Takes one keyword. A quote joins what stands before it and inside it; one {@code =} between
   * blanks is passed, but not after a quote.
   *
   * @return the keyword, or null when there is none or its quote is not closed
   */
  private static @Nullable String keyword(Cursor cursor) {
    if (cursor.atEnd()) {
      return null;
    }
    int start = cursor.at();
    while (!cursor.atEnd() && !DELIMITER.has(cursor.peek())) {
      cursor.advance();
    }
    String before = cursor.since(start);
    char delimiter = cursor.peek();
    cursor.advance();
    if (delimiter == '"') {
      return quoted(cursor, before);
    }
    skipBlank(cursor);
    if (delimiter != '=' && cursor.peek() == '=') {
      cursor.advance();
      skipBlank(cursor);
    }
    return before;
  }

  private static @Nullable String quoted(Cursor cursor, String before) {
    int start = cursor.at();
    while (!cursor.atEnd() && cursor.peek() != '"') {
      cursor.advance();
    }
    if (cursor.atEnd()) {
      return null;
    }
    String keyword = before + cursor.since(start);
    cursor.advance();
    skipBlank(cursor);
    return keyword;
  }

  private static void skipBlank(Cursor cursor) {
    while (!cursor.atEnd() && BLANK.has(cursor.peek())) {
      cursor.advance();
    }
  }

  /** Most values are one plain word. */
  private static @Nullable List<String> words(Cursor cursor) {
    if (cursor.restIsPlain(SPECIAL)) {
      return List.of(cursor.rest());
    }
    List<String> words = new ArrayList<>();
    while (true) {
      cursor.skipBlanks();
      if (cursor.atEnd() || cursor.peek() == '#') {
        return words;
      }
      String word = word(cursor);
      if (word == null) {
        return null;
      }
      words.add(word);
    }
  }

  private static @Nullable String word(Cursor cursor) {
    StringBuilder word = new StringBuilder();
    char quote = Cursor.END;
    while (!cursor.atEnd()) {
      char c = cursor.peek();
      if (c == '\\') {
        if (escapes(cursor.peek(1), quote)) {
          cursor.advance();
        }
        cursor.take(word);
      } else if (quote == Cursor.END && Cursor.isBlank(c)) {
        break;
      } else if (quote == Cursor.END && (c == '"' || c == '\'')) {
        quote = c;
        cursor.advance();
      } else if (c == quote) {
        quote = Cursor.END;
        cursor.advance();
      } else {
        cursor.take(word);
      }
    }
    return quote == Cursor.END ? word.toString() : null;
  }

  private static boolean escapes(char next, char quote) {
    return next == '\'' || next == '"' || next == '\\' || (quote == Cursor.END && next == ' ');
  }
}
