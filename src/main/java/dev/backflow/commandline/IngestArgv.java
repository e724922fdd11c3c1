package dev.backflow.commandline;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a command line as Elastic's ingest pipelines for Windows events do (elastic/integrations,
 * {@code SplitCommandLine}): inside quotes a doubled quote gives one quote and leaves quoting, the
 * C run-time's rule before 2008, and the program's name is an argument like any other.
 */
public final class IngestArgv {
  private IngestArgv() {}

  /**
   * Splits a line.
   *
   * @param line the command line
   * @return the arguments, the program's name first; none when the line is blank
   */
  public static List<String> split(String line) {
    return split(line, new StepCount());
  }

  static List<String> split(String line, StepCount steps) {
    Cursor cursor = new Cursor(line, 0, WindowsArgv.length(line), steps);
    List<String> out = new ArrayList<>();
    cursor.skipBlanks();
    while (!cursor.atEnd()) {
      out.add(argument(cursor));
      cursor.skipBlanks();
    }
    return out;
  }

  private static String argument(Cursor cursor) {
    StringBuilder text = new StringBuilder();
    boolean quoted = false;
    while (!cursor.atEnd()) {
      char c = cursor.peek();
      if (c == '\\') {
        WindowsArgv.backslashes(cursor, text);
      } else if (c == '"') {
        cursor.advance();
        if (quoted && cursor.peek() == '"') {
          cursor.take(text);
        }
        quoted = !quoted;
      } else if (Cursor.isBlank(c) && !quoted) {
        break;
      } else {
        cursor.take(text);
      }
    }
    return text.toString();
  }
}
