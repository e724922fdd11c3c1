package dev.backflow.commandline;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a line into arguments by the rule of Microsoft's C run-time (2008 and later), keeping for
 * each character where it came from. The rule is the one of {@link WindowsArgv}.
 */
final class Words {
  private Words() {}

  /** Returns all arguments, the program first. */
  static List<Word> of(Excerpt line, StepCount steps) {
    ExcerptCursor cursor = new ExcerptCursor(line, steps);
    skipBlanks(cursor);
    List<Word> words = new ArrayList<>();
    if (!cursor.more()) {
      return words;
    }
    words.add(program(cursor));
    words.addAll(arguments(cursor));
    return words;
  }

  /** Returns the arguments of a line that has no program. */
  static List<Word> arguments(Excerpt line, StepCount steps) {
    return arguments(new ExcerptCursor(line, steps));
  }

  /** Reads the program: quotes toggle, backslashes are plain, an unquoted blank ends it. */
  static Word program(ExcerptCursor cursor) {
    Excerpt.Builder value = new Excerpt.Builder();
    int start = cursor.at();
    boolean quoted = false;
    while (cursor.more() && (quoted || !isBlank(cursor.peek()))) {
      if (cursor.peek() == '"') {
        quoted = !quoted;
      } else {
        value.add(cursor.text(), cursor.at());
      }
      cursor.next();
    }
    return new Word(value.build(), start, cursor.at());
  }

  private static List<Word> arguments(ExcerptCursor cursor) {
    List<Word> words = new ArrayList<>();
    skipBlanks(cursor);
    while (cursor.more()) {
      words.add(argument(cursor));
      skipBlanks(cursor);
    }
    return words;
  }

  private static Word argument(ExcerptCursor cursor) {
    Excerpt line = cursor.text();
    Excerpt.Builder value = new Excerpt.Builder();
    int start = cursor.at();
    boolean quoted = false;
    while (cursor.more() && (quoted || !isBlank(cursor.peek()))) {
      int at = cursor.at();
      if (cursor.peek() == '\\') {
        backslashes(cursor, value);
      } else if (cursor.peek() != '"') {
        value.add(line, at);
        cursor.next();
      } else if (quoted && cursor.peek(1) == '"') {
        value.add('"', line, at, at + 2);
        cursor.skip(2);
      } else {
        quoted = !quoted;
        cursor.next();
      }
    }
    return new Word(value.build(), start, cursor.at());
  }

  /** Before a quote every two backslashes are one, and an odd one makes the quote a character. */
  private static void backslashes(ExcerptCursor cursor, Excerpt.Builder value) {
    Excerpt line = cursor.text();
    int start = cursor.at();
    while (cursor.peek() == '\\') {
      cursor.next();
    }
    int count = cursor.at() - start;
    if (cursor.peek() != '"') {
      for (int i = start; i < cursor.at(); i++) {
        value.add(line, i);
      }
      return;
    }
    for (int i = 0; i < count / 2; i++) {
      value.add('\\', line, start + 2 * i, start + 2 * i + 2);
    }
    if (count % 2 == 1) {
      value.add('"', line, cursor.at() - 1, cursor.at() + 1);
      cursor.next();
    }
  }

  private static void skipBlanks(ExcerptCursor cursor) {
    while (cursor.more() && isBlank(cursor.peek())) {
      cursor.next();
    }
  }

  /** Windows separates arguments at these two alone. */
  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
