package dev.backflow.export;

import java.io.IOException;

/**
 * Finds the end of a text record: one line, except for the two layouts that run over several,
 * Splunk classic ({@code LogName=...} lines) and Kinesis Agent for Windows ({@code [log] [level]
 * [id] ...}).
 */
final class LineScanner {
  private final ByteWindow window;

  LineScanner(ByteWindow window) {
    this.window = window;
  }

  /** Takes one text record; the window stands at its first byte. */
  void record() throws IOException {
    boolean dated = beginsDate();
    boolean many = dated || beginsSplunk() || beginsAgent();
    line();
    if (dated && beginsSplunk()) {
      line();
    }
    while (many && window.peek() >= 0 && !beginsAnother()) {
      line();
    }
  }

  /** Takes the rest of the line with its end. */
  void line() throws IOException {
    if (window.skipTo('\n', '\n')) {
      window.read();
    }
  }

  /** Returns whether a line that only numbers the next record begins here: evtx_dump's. */
  boolean isNumbering() throws IOException {
    if (!window.startsWith("Record ")) {
      return false;
    }
    int i = "Record ".length();
    while (isDigit(window.peek(i))) {
      i++;
    }
    int c = window.peek(i);
    return i > "Record ".length() && (c == '\n' || c == '\r');
  }

  /** Takes a number or a word in an array, up to what ends it. */
  void scalar() throws IOException {
    int c = window.peek();
    while (c != -1 && c != ',' && c != ']' && c != '\n') {
      window.read();
      c = window.peek();
    }
  }

  /** Returns whether a bracketed text line, in contrast to a JSON array, begins here. */
  boolean beginsAgent() throws IOException {
    return window.peek() == '[' && isLetter(window.peek(1));
  }

  private boolean beginsAnother() throws IOException {
    return beginsDate()
        || beginsSplunk()
        || beginsAgent()
        || window.startsWith("{\"")
        || window.startsWith("[{")
        || window.startsWith("<Event ")
        || window.startsWith("<?xml");
  }

  private boolean beginsSplunk() throws IOException {
    return window.startsWith("LogName=");
  }

  /** The line before {@code LogName=}: {@code 03/12/2021 10:48:14 AM}. */
  private boolean beginsDate() throws IOException {
    return isDigit(window.peek())
        && isDigit(window.peek(1))
        && window.peek(2) == '/'
        && isDigit(window.peek(3))
        && isDigit(window.peek(4))
        && window.peek(5) == '/'
        && isDigit(window.peek(6))
        && window.peek(10) == ' '
        && window.peek(13) == ':';
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(int c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }
}
