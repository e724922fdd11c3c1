package dev.backflow.commandline;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a command line as shell32's {@code CommandLineToArgvW} does, which most log shippers call
 * to fill their own argv. It differs from {@link WindowsArgv} in two points: a quoted program name
 * ends at the next quote whatever follows, and quotes are counted in threes, the third giving a
 * literal quote (the rule is stated in Wine's dlls/shcore/main.c).
 */
public final class ShellArgv {
  private ShellArgv() {}

  /**
   * Splits a line.
   *
   * @param line the command line
   * @return the arguments, the program's name first even when the line is empty
   */
  public static List<String> split(String line) {
    return split(line, new StepCount());
  }

  static List<String> split(String line, StepCount steps) {
    Cursor cursor = new Cursor(line, 0, WindowsArgv.length(line), steps);
    List<String> out = new ArrayList<>();
    out.add(programName(cursor));
    cursor.skipBlanks();
    while (!cursor.atEnd()) {
      out.add(argument(cursor));
      cursor.skipBlanks();
    }
    return out;
  }

  private static String programName(Cursor cursor) {
    if (cursor.peek() != '"') {
      int start = cursor.at();
      while (!cursor.atEnd() && !Cursor.isBlank(cursor.peek())) {
        cursor.advance();
      }
      return cursor.since(start);
    }
    cursor.advance();
    int start = cursor.at();
    while (!cursor.atEnd() && cursor.peek() != '"') {
      cursor.advance();
    }
    String name = cursor.since(start);
    cursor.advance();
    return name;
  }

  private static String argument(Cursor cursor) {
    StringBuilder text = new StringBuilder();
    int quotes = 0;
    while (!cursor.atEnd()) {
      char c = cursor.peek();
      if (c == '\\') {
        WindowsArgv.backslashes(cursor, text);
      } else if (c == '"') {
        quotes = quotes(cursor, text, quotes);
      } else if (Cursor.isBlank(c) && quotes == 0) {
        break;
      } else {
        cursor.take(text);
      }
    }
    return text.toString();
  }

  /** Takes a run of quotes. Returns how many count towards the next literal one. */
  private static int quotes(Cursor cursor, StringBuilder text, int before) {
    int count = before + 1;
    cursor.advance();
    while (cursor.peek() == '"') {
      cursor.advance();
      count++;
      if (count == 3) {
        text.append('"');
        count = 0;
      }
    }
    return count == 2 ? 0 : count;
  }
}
