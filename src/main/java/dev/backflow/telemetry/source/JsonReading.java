package dev.backflow.telemetry.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One reading of one JSON record. The whole grammar is checked, also of what is not kept. */
final class JsonReading {
  private static final int MAX_DEPTH = 200;

  /** Stands for every object that is not kept. */
  private static final JsonObject PASSED_OVER = new JsonObject(new Vocabulary(), new byte[0], 1);

  private final Vocabulary vocabulary;
  private final byte[] b;
  private final int end;
  private int pos;
  private int depth;

  /** The inside of the scalar last taken. */
  private int from;

  private int to;
  private boolean escaped;

  JsonReading(Vocabulary vocabulary, byte[] bytes) {
    this.vocabulary = vocabulary;
    this.b = bytes;
    this.end = bytes.length;
  }

  /** Returns the object at the beginning; what follows it is not looked at. */
  JsonObject record() throws UnreadableRecordException {
    if (next() != '{') {
      throw broken("no object");
    }
    return object(true);
  }

  /** Returns the next byte that is no white space and stays on it; -1 at the end. */
  private int next() {
    while (pos < end) {
      byte c = b[pos];
      if (c > ' ' || c < 0) {
        return c;
      }
      if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
        return c;
      }
      pos++;
    }
    return -1;
  }

  private JsonObject object(boolean keep) throws UnreadableRecordException {
    enter();
    int slots = depth == 1 ? JsonObject.RECORD_SLOTS : JsonObject.INNER_SLOTS;
    JsonObject object = keep ? new JsonObject(vocabulary, b, slots) : PASSED_OVER;
    int c = next();
    while (c != '}') {
      if (c != '"') {
        throw broken("a name is missing");
      }
      String name = name(keep);
      if (next() != ':') {
        throw broken("a colon is missing");
      }
      pos++;
      member(object, name);
      c = next();
      if (c == ',') {
        pos++;
        c = next();
        if (c == '}') {
          throw broken("a name is missing");
        }
      } else if (c != '}') {
        throw broken("a comma or a brace is missing");
      }
    }
    leave();
    return object;
  }

  /** Takes a value and sets the member to it; null is as good as absent. */
  private void member(JsonObject object, @Nullable String name) throws UnreadableRecordException {
    int c = next();
    if (c == '{') {
      JsonObject value = object(name != null);
      if (name != null) {
        object.put(name, value);
      }
    } else if (c == '[') {
      List<Object> value = array(name != null);
      if (name != null) {
        object.put(name, value);
      }
    } else if (scalar(c) && name != null) {
      object.put(name, from, to, escaped);
    }
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

  private List<Object> array(boolean keep) throws UnreadableRecordException {
    enter();
    List<Object> values = keep ? new ArrayList<>() : List.of();
    int c = next();
    while (c != ']') {
      Object value = element(c, keep);
      if (keep) {
        values.add(value);
      }
      c = next();
      if (c == ',') {
        pos++;
        c = next();
        if (c == ']') {
          throw broken("a value is missing");
        }
      } else if (c != ']') {
        throw broken("a comma or a bracket is missing");
      }
    }
    leave();
    return values;
  }

  private Object element(int c, boolean keep) throws UnreadableRecordException {
    if (c == '{') {
      return object(keep);
    }
    if (c == '[') {
      return array(keep);
    }
    if (!scalar(c) || !keep) {
      return "";
    }
    return escaped ? JsonBytes.unescaped(b, from, to) : JsonBytes.text(b, from, to);
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

  /** Takes a name; null when it is not to be kept. */
  private @Nullable String name(boolean keep) throws UnreadableRecordException {
    string();
    if (!keep) {
      return null;
    }
    if (!escaped) {
      return vocabulary.find(b, from, to);
    }
    byte[] name = JsonBytes.unescaped(b, from, to).getBytes(StandardCharsets.UTF_8);
    return vocabulary.find(name, 0, name.length);
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
