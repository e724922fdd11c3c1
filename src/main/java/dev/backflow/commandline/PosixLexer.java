package dev.backflow.commandline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes text for a POSIX shell apart into commands and their words, in one pass. */
final class PosixLexer {
  /** One command: its words, free of quotes, and whether it reads the one before it. */
  record Command(List<Excerpt> words, boolean readsPipe) {
    Command {
      words = List.copyOf(words);
    }
  }

  private final ExcerptCursor cursor;
  private final List<Command> commands = new ArrayList<>();
  private List<Excerpt> words = new ArrayList<>();
  private Excerpt.@Nullable Builder word;
  private boolean readsPipe;

  private PosixLexer(Excerpt text, StepCount steps) {
    cursor = new ExcerptCursor(text, steps);
  }

  static List<Command> commands(Excerpt text, StepCount steps) {
    PosixLexer lexer = new PosixLexer(text, steps);
    while (lexer.cursor.more()) {
      lexer.step();
    }
    lexer.endCommand(false);
    return lexer.commands;
  }

  private void step() {
    char c = cursor.peek();
    switch (c) {
      case ' ', '\t', '\r' -> {
        endWord();
        cursor.next();
      }
      case '\'' -> single();
      case '"' -> doubled();
      case '\\' -> escape();
      case ';', '&', '|', '\n', '(', ')', '`' -> separator(c);
      case '<', '>' -> redirection();
      case '#' -> comment();
      default -> take();
    }
  }

  private Excerpt.Builder word() {
    Excerpt.Builder current = word == null ? new Excerpt.Builder() : word;
    word = current;
    return current;
  }

  private void take() {
    word().add(cursor.text(), cursor.at());
    cursor.next();
  }

  private void single() {
    word();
    cursor.next();
    while (cursor.more() && cursor.peek() != '\'') {
      take();
    }
    cursor.next();
  }

  private void doubled() {
    word();
    cursor.next();
    while (cursor.more() && cursor.peek() != '"') {
      if (cursor.peek() == '\\' && "\"\\$`".indexOf(cursor.peek(1)) >= 0) {
        escape();
      } else {
        take();
      }
    }
    cursor.next();
  }

  private void escape() {
    int backslash = cursor.at();
    cursor.next();
    if (cursor.peek() == '\n') {
      cursor.next();
    } else if (cursor.more()) {
      word().add(cursor.peek(), cursor.text(), backslash, backslash + 2);
      cursor.next();
    }
  }

  private void separator(char c) {
    cursor.next();
    boolean twice = cursor.peek() == c;
    if (twice) {
      cursor.next();
    }
    endCommand(c == '|' && !twice);
  }

  private void comment() {
    if (word != null) {
      take();
      return;
    }
    while (cursor.more() && cursor.peek() != '\n') {
      cursor.next();
    }
  }

  /** {@code 2>&1}, {@code >file}: neither handle nor file is a word. */
  private void redirection() {
    Excerpt.Builder handle = word;
    if (handle != null && handle.length() == 1 && Character.isDigit(handle.at(0))) {
      word = null;
    }
    endWord();
    while (cursor.more() && "<>&".indexOf(cursor.peek()) >= 0) {
      cursor.next();
    }
    cursor.skipBlanks();
    while (cursor.more() && " \t\r\n;&|()<>".indexOf(cursor.peek()) < 0) {
      cursor.next();
    }
  }

  private void endWord() {
    if (word != null) {
      words.add(word.build());
      word = null;
    }
  }

  private void endCommand(boolean nextReadsPipe) {
    endWord();
    if (!words.isEmpty()) {
      commands.add(new Command(words, readsPipe));
    }
    words = new ArrayList<>();
    readsPipe = nextReadsPipe;
  }
}
