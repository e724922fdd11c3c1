package dev.backflow.telemetry.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One reading of one JSON record. The whole grammar is checked, also of what is not kept. */
final class JsonReading {
  private static final int MAX_DEPTH = 200;

  private final Shape shape;
  private final byte[] b;
  private final int end;
  private int pos;
  private int depth;

  /** The inside of the scalar last taken. */
  private int from;

  private int to;
  private boolean escaped;

  JsonReading(Shape shape, byte[] bytes) {
    this.shape = shape;
    this.b = bytes;
    this.end = bytes.length;
  }

  /** Returns the object at the beginning; what follows it is not looked at. */
  JsonObject record() throws UnreadableRecordException {
    if (next() != '{') {
      throw broken("no object");
    }
    return object(shape);
  }

  /** Returns the next byte that is no white space and stays on it; -1 at the end. */
  private int next() {
    int c = pos < end ? b[pos] : -1;
    return c > ' ' ? c : nextBehindBlanks();
  }

  private int nextBehindBlanks() {
    while (pos < end && (b[pos] == ' ' || b[pos] == '\n' || b[pos] == '\r' || b[pos] == '\t')) {
      pos++;
    }
    return pos < end ? b[pos] : -1;
  }

  private JsonObject object(Shape shape) throws UnreadableRecordException {
    enter();
    JsonObject object = new JsonObject(shape, b);
    Member member = null;
    int c = next();
    while (c != '}') {
      member = name(shape, member, c);
      colon();
      member(object, member);
      c = separator('}');
    }
    leave();
    return object;
  }

  /** Takes a name that stands behind that of another member (null for none). */
  private Member name(Shape shape, @Nullable Member before, int c)
      throws UnreadableRecordException {
    Guess guess = before == null ? shape.first() : before.next();
    for (; guess != null; guess = guess.otherwise()) {
      int behind = guess.member().behind(b, pos, end);
      if (behind >= 0) {
        pos = behind;
        return guess.member();
      }
    }
    passOverName(c);
    return escaped
        ? shape.named(JsonBytes.unescaped(b, from, to).getBytes(StandardCharsets.UTF_8))
        : shape.met(before, b, from, to);
  }

  private void passOverName(int c) throws UnreadableRecordException {
    if (c != '"') {
      throw broken("a name is missing");
    }
    string();
  }

  private void colon() throws UnreadableRecordException {
    if (next() != ':') {
      throw broken("a colon is missing");
    }
    pos++;
  }

  /** Takes a value and sets the member to it; null is as good as absent. */
  private void member(JsonObject object, Member member) throws UnreadableRecordException {
    int c = next();
    if (c == '"') {
      string();
      if (member.isKept()) {
        object.put(member, from, to, escaped);
      }
    } else if (!member.isKept()) {
      passOver(c);
    } else if (c == '{') {
      object.put(member, object(member.inside()));
    } else if (c == '[') {
      object.put(member, array(member.inside()));
    } else if (scalar(c)) {
      object.put(member, from, to, escaped);
    }
  }

  private List<Object> array(Shape shape) throws UnreadableRecordException {
    enter();
    List<Object> values = new ArrayList<>();
    int c = next();
    while (c != ']') {
      values.add(element(c, shape));
      c = separator(']');
    }
    leave();
    return values;
  }

  private Object element(int c, Shape shape) throws UnreadableRecordException {
    if (c == '{') {
      return object(shape);
    }
    if (c == '[') {
      return array(shape);
    }
    if (!scalar(c)) {
      return "";
    }
    return escaped ? JsonBytes.unescaped(b, from, to) : JsonBytes.text(b, from, to);
  }

  private void passOver(int c) throws UnreadableRecordException {
    if (c == '{') {
      passOverObject();
    } else if (c == '[') {
      passOverArray();
    } else {
      scalar(c);
    }
  }

  private void passOverObject() throws UnreadableRecordException {
    enter();
    int c = next();
    while (c != '}') {
      passOverName(c);
      colon();
      passOver(next());
      c = separator('}');
    }
    leave();
  }

  private void passOverArray() throws UnreadableRecordException {
    enter();
    int c = next();
    while (c != ']') {
      passOver(c);
      c = separator(']');
    }
    leave();
  }

  /** Takes the comma behind a value, if one follows, and returns the byte behind it. */
  private int separator(char close) throws UnreadableRecordException {
    int c = next();
    if (c == close) {
      return c;
    }
    if (c != ',') {
      throw broken("a comma or a " + (close == '}' ? "brace" : "bracket") + " is missing");
    }
    pos++;
    int following = next();
    if (following == close) {
      throw broken("a " + (close == '}' ? "name" : "value") + " is missing");
    }
    return following;
  }

  /** Takes a string, a number or a word and notes its place; false for null. */
  private boolean scalar(int c) throws UnreadableRecordException {
    switch (c) {
      case '"' -> string();
      case 't' -> word("true");
      case 'f' -> word("false");
      case 'n' -> {
        word("null");
        return false;
      }
      default -> number();
    }
    return true;
  }

  private void enter() throws UnreadableRecordException {
    pos++;
    if (++depth > MAX_DEPTH) {
      throw broken("nesting deeper than " + MAX_DEPTH + " levels");
    }
  }

  private void leave() {
    pos++;
    depth--;
  }

  private void string() throws UnreadableRecordException {
    from = pos + 1;
    escaped = false;
    int at = JsonBytes.endOfPlain(b, from, end);
    while (at < end && b[at] == '\\') {
      escaped = true;
      int c = at(at + 1);
      if (c == '\\' || c == 'n' || c == '"' || c == 't' || c == 'r') {
        at += 2;
      } else {
        pos = at + 1;
        escape();
        at = pos;
      }
      at = JsonBytes.endOfPlain(b, at, end);
    }
    pos = at;
    if (at >= end || b[at] != '"') {
      throw broken(at >= end ? "a string does not end" : "a control character in a string");
    }
    to = at;
    pos = at + 1;
  }

  private void escape() throws UnreadableRecordException {
    switch (at(pos++)) {
      case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> {}
      case 'u' -> {
        for (int i = 0; i < 4; i++) {
          if (Character.digit(at(pos++), 16) < 0) {
            throw broken("an escape that is none");
          }
        }
      }
      default -> throw broken("an escape that is none");
    }
  }

  private void word(String word) throws UnreadableRecordException {
    for (int i = 0; i < word.length(); i++) {
      if (at(pos + i) != word.charAt(i)) {
        throw broken("a value that is none");
      }
    }
    from = pos;
    escaped = false;
    pos += word.length();
    to = pos;
  }

  /** Takes a number: it is kept as written, so its size cannot hurt. */
  private void number() throws UnreadableRecordException {
    from = pos;
    escaped = false;
    if (at(pos) == '-') {
      pos++;
    }
    if (at(pos) == '0') {
      pos++;
    } else {
      digits();
    }
    if (at(pos) == '.') {
      pos++;
      digits();
    }
    if (at(pos) == 'e' || at(pos) == 'E') {
      pos++;
      if (at(pos) == '+' || at(pos) == '-') {
        pos++;
      }
      digits();
    }
    to = pos;
  }

  private void digits() throws UnreadableRecordException {
    int start = pos;
    while (at(pos) >= '0' && at(pos) <= '9') {
      pos++;
    }
    if (pos == start) {
      throw broken("a value that is none");
    }
  }

  private int at(int i) {
    return i < end ? b[i] : -1;
  }

  private UnreadableRecordException broken(String what) {
    return new UnreadableRecordException("broken JSON at byte " + pos + ": " + what);
  }
}
