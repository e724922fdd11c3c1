package dev.backflow.commandline;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a Windows command line into arguments by the rule of the Universal C run-time, which
 * ssh.exe links statically and which PuTTY re-implements since 0.82 (windows/utils/
 * split_into_argv.c): separators are blank and tab alone; {@code 2n} backslashes before a quote
 * give {@code n}, an odd one makes the quote literal; inside quotes a doubled quote gives one quote
 * and quoting goes on; in the program's name a backslash means nothing. A line ends at its first
 * NUL, as the run-time's does.
 */
public final class WindowsArgv {
  private WindowsArgv() {}

  /**
   * One argument of a line.
   *
   * @param text what the program receives
   * @param start index of its first character in the line, quotes included
   * @param end index after its last character in the line
   */
  public record Argument(String text, int start, int end) {}

  /**
   * Splits a line. The first argument is the program's name by the rule for names, and is there
   * even when the line is empty.
   *
   * @param line the command line as the operating system has it
   */
  public static List<Argument> split(String line) {
    return split(line, new StepCount());
  }

  /** Returns the program's name alone, as {@link #split} would. */
  public static String programName(String line) {
    return programName(new Cursor(line, 0, length(line), new StepCount())).text();
  }

  /** Returns the texts alone. */
  public static List<String> texts(List<Argument> arguments) {
    List<String> texts = new ArrayList<>(arguments.size());
    for (Argument argument : arguments) {
      texts.add(argument.text());
    }
    return texts;
  }

  /**
   * Returns a line that every splitter takes apart into these arguments again.
   *
   * @param argv the program first, whose name must not hold a quote
   */
  public static String join(List<String> argv) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < argv.size(); i++) {
      if (i > 0) {
        line.append(' ');
      }
      String argument = argv.get(i);
      if (argument.isEmpty()
          || argument.chars().anyMatch(c -> c == '"' || Cursor.isBlank((char) c))) {
        quote(argument, line);
      } else {
        line.append(argument);
      }
    }
    return line.toString();
  }

  private static void quote(String argument, StringBuilder line) {
    line.append('"');
    int backslashes = 0;
    for (int i = 0; i < argument.length(); i++) {
      char c = argument.charAt(i);
      if (c == '"') {
        line.append("\\".repeat(backslashes + 1));
      }
      backslashes = c == '\\' ? backslashes + 1 : 0;
      line.append(c);
    }
    line.append("\\".repeat(backslashes)).append('"');
  }

  static List<Argument> split(String line, StepCount steps) {
    Cursor cursor = new Cursor(line, 0, length(line), steps);
    List<Argument> out = new ArrayList<>();
    out.add(programName(cursor));
    readArguments(cursor, out);
    return out;
  }

  /** Returns how much of the line the run-time sees. */
  static int length(String line) {
    int nul = line.indexOf('\0');
    return nul < 0 ? line.length() : nul;
  }

  private static void readArguments(Cursor cursor, List<Argument> out) {
    cursor.skipBlanks();
    while (!cursor.atEnd()) {
      out.add(argument(cursor));
      cursor.skipBlanks();
    }
  }

  private static Argument programName(Cursor cursor) {
    int start = cursor.at();
    boolean quoted = false;
    StringBuilder name = new StringBuilder();
    while (!cursor.atEnd() && (quoted || !Cursor.isBlank(cursor.peek()))) {
      if (cursor.peek() == '"') {
        quoted = !quoted;
        cursor.advance();
      } else {
        cursor.take(name);
      }
    }
    return new Argument(name.toString(), start, cursor.at());
  }

  private static Argument argument(Cursor cursor) {
    int start = cursor.at();
    if (!skipPlain(cursor)) {
      return new Argument(cursor.since(start), start, cursor.at());
    }
    StringBuilder text = new StringBuilder(cursor.since(start));
    boolean quoted = false;
    while (!cursor.atEnd()) {
      char c = cursor.peek();
      if (c == '\\') {
        backslashes(cursor, text);
      } else if (c == '"') {
        quoted = quote(cursor, text, quoted);
      } else if (Cursor.isBlank(c) && !quoted) {
        break;
      } else {
        cursor.take(text);
      }
    }
    return new Argument(text.toString(), start, cursor.at());
  }

  /**
   * Passes the characters that mean themselves, which in most arguments are all. Returns whether
   * the argument goes on, with a quote or with the backslashes before one.
   */
  private static boolean skipPlain(Cursor cursor) {
    int backslashes = 0;
    while (!cursor.atEnd()) {
      char c = cursor.peek();
      if (c == '"') {
        cursor.advance(-backslashes);
        return true;
      }
      if (Cursor.isBlank(c)) {
        return false;
      }
      backslashes = c == '\\' ? backslashes + 1 : 0;
      cursor.advance();
    }
    return false;
  }

  /** Takes a run of backslashes, and the quote that an odd one before it makes literal. */
  static void backslashes(Cursor cursor, StringBuilder text) {
    int run = 0;
    while (cursor.peek() == '\\') {
      run++;
      cursor.advance();
    }
    boolean beforeQuote = cursor.peek() == '"';
    int kept = beforeQuote ? run / 2 : run;
    for (int i = 0; i < kept; i++) {
      text.append('\\');
    }
    if (beforeQuote && run % 2 == 1) {
      cursor.take(text);
    }
  }

  /** Takes an unescaped quote. Returns whether what follows is quoted. */
  private static boolean quote(Cursor cursor, StringBuilder text, boolean quoted) {
    if (quoted && cursor.peek(1) == '"') {
      cursor.advance();
      cursor.take(text);
      return true;
    }
    cursor.advance();
    return !quoted;
  }
}
