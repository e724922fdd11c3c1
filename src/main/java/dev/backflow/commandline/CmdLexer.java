package dev.backflow.commandline;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes a line for cmd.exe apart into commands, in one pass. Inside quotes nothing is special; a
 * caret outside them takes the next character's meaning away; {@code & && | ||} and parentheses
 * separate commands; redirections go.
 */
final class CmdLexer {
  private final ExcerptCursor cursor;
  private final List<CmdCommand> commands = new ArrayList<>();
  private final List<String> outputs = new ArrayList<>();
  private Excerpt.Builder text = new Excerpt.Builder();
  private boolean readsPipe;
  private boolean quoted;
  private int groups;
  private int parenthesesOfFor;

  private CmdLexer(Excerpt line, StepCount steps) {
    cursor = new ExcerptCursor(line, steps);
  }

  static List<CmdCommand> commands(Excerpt line, StepCount steps) {
    CmdLexer lexer = new CmdLexer(line, steps);
    while (lexer.cursor.more()) {
      lexer.step();
    }
    lexer.endCommand(false);
    return lexer.commands;
  }

  private void step() {
    char c = cursor.peek();
    if (c == '"') {
      quoted = !quoted;
      take();
    } else if (quoted && c != '\n') {
      take();
    } else {
      unquoted(c);
    }
  }

  private void unquoted(char c) {
    switch (c) {
      case '^' -> escape();
      case '&', '\n' -> separator(false);
      case '|' -> separator(cursor.peek(1) != '|');
      case '(' -> open();
      case ')' -> close();
      case '<', '>' -> redirection();
      default -> take();
    }
  }

  /** What comes before a command's first letter is no part of it. */
  private void take() {
    char c = cursor.peek();
    if (text.length() > 0 || !(ExcerptCursor.isBlank(c) || c == '@')) {
      text.add(cursor.text(), cursor.at());
    }
    cursor.next();
  }

  private void escape() {
    int caret = cursor.at();
    cursor.next();
    if (cursor.peek() == '\r' || cursor.peek() == '\n') {
      cursor.next();
    } else if (cursor.more()) {
      text.add(cursor.peek(), cursor.text(), caret, caret + 2);
      cursor.next();
    }
  }

  private void separator(boolean pipe) {
    char c = cursor.peek();
    quoted = false;
    cursor.next();
    if (cursor.peek() == c) {
      cursor.next();
    }
    endCommand(pipe);
  }

  /** A parenthesis groups commands where a command begins; elsewhere it is text. */
  private void open() {
    if (beginsGroup()) {
      cursor.next();
      groups++;
      endCommand(readsPipe && text.length() == 0);
      return;
    }
    if (isFor()) {
      parenthesesOfFor++;
    }
    take();
  }

  private void close() {
    if (parenthesesOfFor > 0) {
      parenthesesOfFor--;
      take();
    } else if (groups > 0) {
      groups--;
      cursor.next();
      endCommand(false);
    } else {
      take();
    }
  }

  private boolean beginsGroup() {
    return text.length() == 0
        || startsWith("if ")
        || startsWith("else")
        || (isFor() && parenthesesOfFor == 0 && endsWithDo());
  }

  private boolean isFor() {
    return startsWith("for ");
  }

  private boolean startsWith(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (i >= text.length() || Character.toLowerCase(text.at(i)) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private boolean endsWithDo() {
    int end = text.length();
    while (end > 0 && ExcerptCursor.isBlank(text.at(end - 1))) {
      end--;
    }
    return end >= 3
        && Character.toLowerCase(text.at(end - 1)) == 'o'
        && Character.toLowerCase(text.at(end - 2)) == 'd'
        && !Character.isLetterOrDigit(text.at(end - 3));
  }

  /** {@code 2>&1}, {@code 1> \\host\share\file}, {@code <nul}: none of it is an argument. */
  private void redirection() {
    dropHandle();
    boolean output = cursor.peek() == '>';
    cursor.next();
    if (cursor.peek() == '>') {
      cursor.next();
    }
    if (cursor.peek() == '&') {
      cursor.skip(2);
      return;
    }
    cursor.skipBlanks();
    String target = target();
    if (output) {
      outputs.add(target);
    }
  }

  /** A digit right before the arrow names the handle when it stands alone. */
  private void dropHandle() {
    int length = text.length();
    if (length == 0 || !Character.isDigit(text.at(length - 1))) {
      return;
    }
    if (length == 1 || ExcerptCursor.isBlank(text.at(length - 2)) || text.at(length - 2) == '"') {
      text.dropLast();
    }
  }

  private String target() {
    StringBuilder target = new StringBuilder();
    boolean inside = false;
    while (cursor.more() && (inside || "&|<>() \t\r\n".indexOf(cursor.peek()) < 0)) {
      char c = cursor.peek();
      if (c == '"') {
        inside = !inside;
      } else {
        target.append(c);
      }
      cursor.next();
    }
    return target.toString();
  }

  private void endCommand(boolean nextReadsPipe) {
    Excerpt command = text.build().strip();
    if (!command.isEmpty()) {
      commands.add(new CmdCommand(command, readsPipe, outputs));
    }
    text = new Excerpt.Builder();
    outputs.clear();
    parenthesesOfFor = 0;
    readsPipe = nextReadsPipe || (command.isEmpty() && readsPipe);
  }
}
