package dev.backflow.commandline;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One command of a PowerShell script.
 *
 * @param arguments the command's name and what follows
 * @param called whether the call operator stands before it
 * @param source the command whose output it reads through a pipe, or null
 */
record PowerShellCommand(
    List<PowerShellArgument> arguments, boolean called, @Nullable PowerShellCommand source) {
  PowerShellCommand {
    arguments = List.copyOf(arguments);
  }

  /** Returns the name in lower case; "" when the command begins with anything but a word. */
  String name() {
    return first().values().isEmpty()
        ? ""
        : first().values().get(0).text().toLowerCase(Locale.ROOT);
  }

  PowerShellArgument first() {
    return arguments.get(0);
  }

  List<PowerShellArgument> operands() {
    return arguments.subList(1, arguments.size());
  }

  /** Returns whether it is nothing but a string or a list of strings. */
  boolean isLiteral() {
    return arguments.size() == 1 && first().isString();
  }

  /** Returns the command as one line for a program: a value with blanks in quotes. */
  Excerpt line() {
    Excerpt.Builder line = new Excerpt.Builder();
    for (PowerShellArgument argument : arguments) {
      for (Excerpt value : argument.values()) {
        append(value, argument.word().equals("--%"), line);
      }
    }
    return line.build();
  }

  private static void append(Excerpt value, boolean verbatim, Excerpt.Builder line) {
    if (line.length() > 0) {
      line.insert(' ');
    }
    boolean quote = !verbatim && needsQuotes(value);
    if (quote) {
      line.insert('"');
    }
    line.add(value);
    if (quote) {
      line.insert('"');
    }
  }

  /** Windows PowerShell puts quotes round a value with blanks that does not begin with one. */
  private static boolean needsQuotes(Excerpt value) {
    return value.isEmpty()
        || (value.at(0) != '"'
            && value.text().chars().anyMatch(c -> ExcerptCursor.isBlank((char) c)));
  }
}
