package dev.backflow.commandline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code wmic [/node:H /user:U] process call create "LINE"}. wmic reads its line itself: the value
 * ends at the quote that opened it, a backslash before a quote makes it literal, and without quotes
 * a comma ends it.
 */
final class WmicWrapper implements Wrapper {
  @Override
  public List<Opened> open(Excerpt line, StepCount steps) {
    ExcerptCursor cursor = new ExcerptCursor(line, steps);
    String user = null;
    boolean call = false;
    while (cursor.more()) {
      String word = word(cursor);
      if (call && word.equals("create")) {
        return created(cursor, user);
      }
      call = word.equals("call");
      user = word.startsWith("/user:") ? word.substring("/user:".length()) : user;
    }
    return List.of();
  }

  private static String word(ExcerptCursor cursor) {
    cursor.skipBlanks();
    int start = cursor.at();
    boolean quoted = false;
    while (cursor.more() && (quoted || !ExcerptCursor.isBlank(cursor.peek()))) {
      quoted ^= cursor.peek() == '"';
      cursor.next();
    }
    String word = cursor.text().text().substring(start, cursor.at());
    return Ascii.lower(word.replace("\"", ""));
  }

  private static List<Opened> created(ExcerptCursor cursor, @Nullable String user) {
    cursor.skipBlanks();
    char open = cursor.peek();
    boolean quoted = open == '"' || open == '\'';
    if (quoted) {
      cursor.next();
    }
    Excerpt created = quoted ? quoted(cursor, open) : plain(cursor);
    Wrapping wrapping = new Wrapping(List.of("wmic"), false, false, null, user, null, null);
    return created.isEmpty()
        ? List.of()
        : List.of(new Opened(created.strip(), Reading.PROCESS, wrapping));
  }

  private static Excerpt quoted(ExcerptCursor cursor, char close) {
    Excerpt.Builder value = new Excerpt.Builder();
    while (cursor.more() && cursor.peek() != close) {
      if (cursor.peek() == '\\' && isQuote(cursor.peek(1))) {
        value.add(cursor.peek(1), cursor.text(), cursor.at(), cursor.at() + 2);
        cursor.skip(2);
      } else {
        value.add(cursor.text(), cursor.at());
        cursor.next();
      }
    }
    return value.build();
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }

  private static Excerpt plain(ExcerptCursor cursor) {
    int start = cursor.at();
    while (cursor.more() && cursor.peek() != ',') {
      cursor.next();
    }
    return cursor.text().sub(start, cursor.at());
  }
}
