package dev.backflow.commandline;

import java.util.ArrayList;
import java.util.List;

/** Reads names and string expressions of VBScript and JScript. */
final class ScriptStrings {
  private static final int LONGEST_NAME = 16;
  private static final String CHARACTER = "chr(";

  private final ExcerptCursor cursor;

  ScriptStrings(Excerpt script, StepCount steps) {
    cursor = new ExcerptCursor(script, steps);
  }

  ExcerptCursor cursor() {
    return cursor;
  }

  /** Returns the name after the dot here, in lower case. */
  String name() {
    int length = 0;
    while (length < LONGEST_NAME && Character.isLetter(cursor.peek(1 + length))) {
      length++;
    }
    int start = cursor.at() + 1;
    return Ascii.lower(cursor.text().text().substring(start, start + length));
  }

  void skipName() {
    cursor.next();
    while (Character.isLetter(cursor.peek())) {
      cursor.next();
    }
  }

  /** Reads the strings given to a method, with parentheses or, as VBScript allows, without. */
  List<Excerpt> arguments() {
    cursor.skipBlanks();
    if (cursor.peek() == '(') {
      cursor.next();
      cursor.skipBlanks();
    }
    List<Excerpt> values = new ArrayList<>();
    while (atString()) {
      values.add(expression());
      cursor.skipBlanks();
      if (cursor.peek() != ',') {
        break;
      }
      cursor.next();
      cursor.skipBlanks();
    }
    return values;
  }

  private boolean atString() {
    return cursor.peek() == '"' || cursor.peek() == '\'' || atCharacter();
  }

  private boolean atCharacter() {
    return cursor.text().text().regionMatches(true, cursor.at(), CHARACTER, 0, CHARACTER.length());
  }

  /** Reads literals and {@code Chr(n)} joined by {@code &} or {@code +}. */
  Excerpt expression() {
    Excerpt.Builder value = new Excerpt.Builder();
    while (atString()) {
      if (atCharacter()) {
        character(value);
      } else {
        literal(value);
      }
      cursor.skipBlanks();
      if (cursor.peek() == '&' || cursor.peek() == '+') {
        cursor.next();
        cursor.skipBlanks();
      }
    }
    return value.build();
  }

  private void character(Excerpt.Builder value) {
    int start = cursor.at();
    cursor.skip(CHARACTER.length());
    int code = 0;
    while (Character.digit(cursor.peek(), 10) >= 0 && code < 1000) {
      code = code * 10 + Character.digit(cursor.peek(), 10);
      cursor.next();
    }
    if (cursor.peek() == ')') {
      cursor.next();
    }
    value.add((char) code, cursor.text(), start, cursor.at());
  }

  /** VBScript doubles a quote inside a string; JScript puts a backslash before it. */
  private void literal(Excerpt.Builder value) {
    char quote = cursor.peek();
    cursor.next();
    while (cursor.more()) {
      char c = cursor.peek();
      boolean escapes = c == quote || c == '\\';
      if (escapes && cursor.peek(1) == quote && (c == quote || quote == '\'')) {
        value.add(quote, cursor.text(), cursor.at(), cursor.at() + 2);
        cursor.skip(2);
      } else if (c == quote) {
        cursor.next();
        return;
      } else {
        value.add(cursor.text(), cursor.at());
        cursor.next();
      }
    }
  }
}
