package dev.backflow.telemetry.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One reading of one JSON record. The whole grammar is checked, also of what is not kept.
 *
 * <p>Where the reading stands is an argument and a result of each step, not a field, so that it can
 * stay in a register: every step waits for the position that the one before has found.
 */
final class JsonReading {
  private static final int MAX_DEPTH = 200;

  private final byte[] b;
  private int depth;

  /** The index behind the name that was last looked up. */
  private int behindName;

  JsonReading(byte[] bytes) {
    this.b = bytes;
  }

  /** Returns the object at the beginning; what follows it is not looked at. */
  JsonObject record(Shape shape) throws UnreadableRecordException {
    int at = blanks(0);
    if (at(at) != '{') {
      throw broken(at, "no object");
    }
    JsonObject object = new JsonObject(shape, b);
    object(object, at);
    return object;
  }

  /** Returns the index of the next byte that is no white space. */
  private int blanks(int at) {
    return at < b.length && b[at] > ' ' ? at : behindBlanks(at);
  }

  private int behindBlanks(int from) {
    // One blank alone is what most writers put there.
    int at = at(from) == ' ' ? from + 1 : from;
    return at(at) > ' ' ? at : behindMoreBlanks(at);
  }

  private int behindMoreBlanks(int from) {
    int at = from;
    while (at < b.length && (b[at] == ' ' || b[at] == '\n' || b[at] == '\r' || b[at] == '\t')) {
      at++;
    }
    return at;
  }

  /** Reads the object whose brace stands at an index; returns the index behind it. */
  private int object(JsonObject object, int open) throws UnreadableRecordException {
    Shape shape = object.shape();
    enter(open);
    Member member = null;
    int at = blanks(open + 1);
    while (at(at) != '}') {
      Member before = member;
      member = guessed(before == null ? shape.first() : before.next(), at);
      if (member == null) {
        member = met(shape, before, at);
        at = behindName;
      } else {
        at += member.length();
      }
      at = separator(value(object, member, colon(at)), '}');
    }
    depth--;
    return at + 1;
  }

  private @Nullable Member guessed(@Nullable Guess first, int at) {
    for (Guess guess = first; guess != null; guess = guess.otherwise()) {
      if (guess.member().standsAt(b, at)) {
        return guess.member();
      }
    }
    return null;
  }

  private Member met(Shape shape, @Nullable Member before, int at)
      throws UnreadableRecordException {
    int close = name(at);
    behindName = index(close) + 1;
    return close < 0
        ? shape.named(JsonBytes.unescaped(b, at + 1, ~close).getBytes(StandardCharsets.UTF_8))
        : shape.met(before, b, at + 1, close);
  }

  private int name(int at) throws UnreadableRecordException {
    if (at(at) != '"') {
      throw broken(at, "a name is missing");
    }
    return string(at + 1);
  }

  /** Returns the index of the value behind a colon. */
  private int colon(int from) throws UnreadableRecordException {
    int at = blanks(from);
    if (at(at) != ':') {
      throw broken(at, "a colon is missing");
    }
    return blanks(at + 1);
  }

  /** Takes a value and sets the member to it; null is as good as absent. */
  private int value(JsonObject object, Member member, int at) throws UnreadableRecordException {
    int c = at(at);
    if (c == '"') {
      int close = string(at + 1);
      if (member.isKept()) {
        object.put(member, at + 1, index(close), close < 0);
      }
      return index(close) + 1;
    }
    return member.isKept() ? kept(object, member, at) : passOver(at);
  }

  private int kept(JsonObject object, Member member, int at) throws UnreadableRecordException {
    switch (at(at)) {
      case '{' -> {
        JsonObject inner = new JsonObject(member.inside(), b);
        int behind = object(inner, at);
        object.put(member, inner);
        return behind;
      }
      case '[' -> {
        List<Object> values = new ArrayList<>();
        int behind = array(values, member.inside(), at);
        object.put(member, values);
        return behind;
      }
      default -> {
        int behind = wordOrNumber(at);
        if (b[at] != 'n') {
          object.put(member, at, behind, false);
        }
        return behind;
      }
    }
  }

  private int array(List<Object> values, Shape shape, int open) throws UnreadableRecordException {
    enter(open);
    int at = blanks(open + 1);
    while (at(at) != ']') {
      at = separator(element(values, shape, at), ']');
    }
    depth--;
    return at + 1;
  }

  private int element(List<Object> values, Shape shape, int at) throws UnreadableRecordException {
    switch (at(at)) {
      case '{' -> {
        JsonObject object = new JsonObject(shape, b);
        values.add(object);
        return object(object, at);
      }
      case '[' -> {
        List<Object> inner = new ArrayList<>();
        values.add(inner);
        return array(inner, shape, at);
      }
      case '"' -> {
        int close = string(at + 1);
        values.add(
            close < 0 ? JsonBytes.unescaped(b, at + 1, ~close) : JsonBytes.text(b, at + 1, close));
        return index(close) + 1;
      }
      default -> {
        int behind = wordOrNumber(at);
        values.add(b[at] == 'n' ? "" : JsonBytes.text(b, at, behind));
        return behind;
      }
    }
  }

  private int passOver(int at) throws UnreadableRecordException {
    return switch (at(at)) {
      case '{' -> passOverObject(at);
      case '[' -> passOverArray(at);
      case '"' -> index(string(at + 1)) + 1;
      default -> wordOrNumber(at);
    };
  }

  private int passOverObject(int open) throws UnreadableRecordException {
    enter(open);
    int at = blanks(open + 1);
    while (at(at) != '}') {
      at = separator(passOver(colon(index(name(at)) + 1)), '}');
    }
    depth--;
    return at + 1;
  }

  private int passOverArray(int open) throws UnreadableRecordException {
    enter(open);
    int at = blanks(open + 1);
    while (at(at) != ']') {
      at = separator(passOver(at), ']');
    }
    depth--;
    return at + 1;
  }

  /** Returns the index of what follows a value: the closing sign, or what stands behind a comma. */
  private int separator(int from, char close) throws UnreadableRecordException {
    int at = blanks(from);
    if (at(at) == close) {
      return at;
    }
    if (at(at) != ',') {
      throw broken(at, "a comma or a " + (close == '}' ? "brace" : "bracket") + " is missing");
    }
    int following = blanks(at + 1);
    if (at(following) == close) {
      throw broken(following, "a " + (close == '}' ? "name" : "value") + " is missing");
    }
    return following;
  }

  private void enter(int at) throws UnreadableRecordException {
    if (++depth > MAX_DEPTH) {
      throw broken(at, "nesting deeper than " + MAX_DEPTH + " levels");
    }
  }

  /**
   * Returns the index of the quote that ends the string whose inside begins at an index; its
   * complement, which is negative, for a string with escapes.
   */
  private int string(int from) throws UnreadableRecordException {
    int at = JsonBytes.endOfPlain(b, from);
    return at(at) == '"' ? at : ~escapedString(at);
  }

  /** Returns what a string's end stands for, see {@link #string}. */
  private static int index(int close) {
    return close < 0 ? ~close : close;
  }

  private int escapedString(int from) throws UnreadableRecordException {
    int at = from;
    while (at(at) == '\\') {
      at = JsonBytes.endOfPlain(b, escape(at + 1));
    }
    if (at(at) != '"') {
      throw broken(
          at, at >= b.length ? "a string does not end" : "a control character in a string");
    }
    return at;
  }

  private int escape(int at) throws UnreadableRecordException {
    int c = at(at);
    if (c == '\\' || c == '"') {
      // Paths and command lines have hardly any other.
      return at + 1;
    }
    return switch (c) {
      case '/', 'b', 'f', 'n', 'r', 't' -> at + 1;
      case 'u' -> unicode(at + 1);
      default -> throw broken(at, "an escape that is none");
    };
  }

  private int unicode(int from) throws UnreadableRecordException {
    for (int at = from; at < from + 4; at++) {
      if (Character.digit(at(at), 16) < 0) {
        throw broken(at, "an escape that is none");
      }
    }
    return from + 4;
  }

  private int wordOrNumber(int at) throws UnreadableRecordException {
    return switch (at(at)) {
      case 't' -> word(at, "true");
      case 'f' -> word(at, "false");
      case 'n' -> word(at, "null");
      default -> number(at);
    };
  }

  private int word(int at, String word) throws UnreadableRecordException {
    for (int i = 0; i < word.length(); i++) {
      if (at(at + i) != word.charAt(i)) {
        throw broken(at, "a value that is none");
      }
    }
    return at + word.length();
  }

  /** Takes a number: it is kept as written, so its size cannot hurt. */
  private int number(int from) throws UnreadableRecordException {
    int at = at(from) == '-' ? from + 1 : from;
    at = at(at) == '0' ? at + 1 : digits(at);
    if (at(at) == '.') {
      at = digits(at + 1);
    }
    if (at(at) == 'e' || at(at) == 'E') {
      boolean signed = at(at + 1) == '+' || at(at + 1) == '-';
      at = digits(signed ? at + 2 : at + 1);
    }
    return at;
  }

  private int digits(int from) throws UnreadableRecordException {
    int at = from;
    while (at(at) >= '0' && at(at) <= '9') {
      at++;
    }
    if (at == from) {
      throw broken(at, "a value that is none");
    }
    return at;
  }

  private int at(int i) {
    return i < b.length ? b[i] : -1;
  }

  private static UnreadableRecordException broken(int at, String what) {
    return new UnreadableRecordException("broken JSON at byte " + at + ": " + what);
  }
}
