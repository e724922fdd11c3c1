package dev.backflow.telemetry.source;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A small pull parser for the XML of event logs: elements, attributes, text, the five predefined
 * and the numeric entities, character data, comments. Prefixes of names are dropped. It knows no
 * document types and no other entities, so none can be expanded.
 */
final class XmlPull {
  private static final int MAX_DEPTH = 200;

  /** Each name between a blank and a semicolon, then its character. */
  private static final String PREDEFINED = " lt;< gt;> amp;& quot;\" apos;'";

  private final String xml;
  private int pos;
  private int depth;
  private String name = "";
  private boolean empty;
  private final Map<String, String> attributes = new HashMap<>();

  XmlPull(String xml) {
    this.xml = xml;
  }

  /** Returns the local name of the element last entered. */
  String name() {
    return name;
  }

  /** Returns the attributes of the element last entered. */
  Map<String, String> attributes() {
    return Collections.unmodifiableMap(attributes);
  }

  /** Returns whether the element last entered has no content and so needs no leaving. */
  boolean isEmpty() {
    return empty;
  }

  /** Returns how many elements are open. */
  int depth() {
    return depth;
  }

  /** Enters the next element, wherever it is; false at the end. */
  boolean nextStart() throws UnreadableRecordException {
    while (toTag()) {
      if (xml.charAt(pos + 1) == '/') {
        endTag();
      } else {
        startTag();
        return true;
      }
    }
    return false;
  }

  /**
   * Enters the next child of the element at this depth, leaving what is open below it; false when
   * that element ends.
   */
  boolean nextChild(int parentDepth) throws UnreadableRecordException {
    while (toTag()) {
      if (xml.charAt(pos + 1) == '/') {
        endTag();
        if (depth < parentDepth) {
          return false;
        }
      } else {
        startTag();
        if (depth == (empty ? parentDepth : parentDepth + 1)) {
          return true;
        }
      }
    }
    throw broken("the XML ends inside an element");
  }

  /** Leaves the element last entered without reading it. */
  void skip() throws UnreadableRecordException {
    if (empty) {
      return;
    }
    int inside = depth;
    while (depth >= inside) {
      if (!toTag()) {
        throw broken("the XML ends inside an element");
      }
      if (xml.charAt(pos + 1) == '/') {
        endTag();
      } else {
        startTag();
      }
    }
  }

  /** Takes the text of the element last entered and leaves it; elements in it are passed over. */
  String text() throws UnreadableRecordException {
    String text = textOrInside();
    if (text == null) {
      skip();
      return "";
    }
    return text;
  }

  /**
   * Takes the text of the element last entered and leaves it; null, and stays, if it has others.
   */
  @Nullable String textOrInside() throws UnreadableRecordException {
    if (empty) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    while (pos < xml.length()) {
      int tag = xml.indexOf('<', pos);
      if (tag < 0) {
        break;
      }
      unescape(pos, tag, text);
      pos = tag;
      if (xml.startsWith("<![CDATA[", pos)) {
        int end = find("]]>", pos + 9);
        text.append(xml, pos + 9, end);
        pos = end + 3;
      } else if (xml.startsWith("<!--", pos)) {
        pos = find("-->", pos + 4) + 3;
      } else if (xml.startsWith("</", pos)) {
        endTag();
        return text.toString();
      } else {
        return null;
      }
    }
    throw broken("the XML ends inside an element");
  }

  private boolean toTag() throws UnreadableRecordException {
    while (true) {
      pos = xml.indexOf('<', pos);
      if (pos < 0 || pos + 1 >= xml.length()) {
        pos = xml.length();
        return false;
      }
      char c = xml.charAt(pos + 1);
      if (c == '?') {
        pos = find("?>", pos) + 2;
      } else if (xml.startsWith("<!--", pos)) {
        pos = find("-->", pos + 4) + 3;
      } else if (xml.startsWith("<![CDATA[", pos)) {
        pos = find("]]>", pos) + 3;
      } else if (c == '!') {
        throw broken("XML with a document type is not read");
      } else {
        return true;
      }
    }
  }

  private void startTag() throws UnreadableRecordException {
    pos++;
    name = local(word());
    attributes.clear();
    for (; ; ) {
      blanks();
      char c = at();
      if (c == '>') {
        pos++;
        empty = false;
        break;
      }
      if (c == '/') {
        pos++;
        expect('>');
        empty = true;
        return;
      }
      attribute();
    }
    if (++depth > MAX_DEPTH) {
      throw broken("XML nested deeper than " + MAX_DEPTH + " levels");
    }
  }

  private void attribute() throws UnreadableRecordException {
    String attribute = local(word());
    blanks();
    expect('=');
    blanks();
    char quote = at();
    if (quote != '"' && quote != '\'') {
      throw broken("an XML attribute without quotes");
    }
    int end = find(String.valueOf(quote), pos + 1);
    StringBuilder value = new StringBuilder();
    unescape(pos + 1, end, value);
    attributes.put(attribute, value.toString());
    pos = end + 1;
  }

  private void endTag() throws UnreadableRecordException {
    pos = find(">", pos) + 1;
    depth--;
    empty = false;
    if (depth < 0) {
      throw broken("an XML end tag closes what was not open");
    }
  }

  private String word() throws UnreadableRecordException {
    int from = pos;
    while (pos < xml.length() && "=/> \t\r\n".indexOf(xml.charAt(pos)) < 0) {
      pos++;
    }
    if (pos == from) {
      throw broken("an XML name is missing");
    }
    return xml.substring(from, pos);
  }

  private void blanks() {
    while (pos < xml.length() && xml.charAt(pos) <= ' ') {
      pos++;
    }
  }

  private char at() throws UnreadableRecordException {
    if (pos >= xml.length()) {
      throw broken("the XML ends inside a tag");
    }
    return xml.charAt(pos);
  }

  private void expect(char c) throws UnreadableRecordException {
    if (at() != c) {
      throw broken("XML with '" + at() + "' for '" + c + "'");
    }
    pos++;
  }

  private int find(String text, int from) throws UnreadableRecordException {
    int at = xml.indexOf(text, from);
    if (at < 0) {
      throw broken("the XML ends before " + text);
    }
    return at;
  }

  private void unescape(int from, int to, StringBuilder out) throws UnreadableRecordException {
    int done = from;
    for (int amp = xml.indexOf('&', from); amp >= 0 && amp < to; amp = xml.indexOf('&', done)) {
      out.append(xml, done, amp);
      int end = xml.indexOf(';', amp);
      if (end < 0 || end > to) {
        throw broken("an XML entity without an end");
      }
      out.appendCodePoint(entity(xml.substring(amp + 1, end)));
      done = end + 1;
    }
    out.append(xml, done, to);
  }

  private int entity(String entity) throws UnreadableRecordException {
    int predefined = PREDEFINED.indexOf(" " + entity + ";");
    if (predefined >= 0 && !entity.isEmpty()) {
      return PREDEFINED.charAt(predefined + entity.length() + 2);
    }
    try {
      int code =
          entity.startsWith("#x")
              ? Integer.parseInt(entity, 2, entity.length(), 16)
              : Integer.parseInt(entity, 1, entity.length(), 10);
      if (entity.charAt(0) == '#' && Character.isValidCodePoint(code)) {
        return code;
      }
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw broken("an XML entity Backflow does not expand");
    }
    throw broken("an XML entity Backflow does not expand");
  }

  private static String local(String qualified) {
    return qualified.substring(qualified.indexOf(':') + 1);
  }

  private UnreadableRecordException broken(String what) {
    return new UnreadableRecordException(what + " (at character " + pos + ")");
  }
}
