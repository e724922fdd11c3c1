package dev.backflow.commandline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One command of a PowerShell script.
 *
 * @param arguments the command's name and what follows
 * @param variable the variable its value is assigned to, as written ({@code $x}), or ""
 * @param called whether the call operator stands before it
 * @param source the command whose output it reads through a pipe, or null
 */
record PowerShellCommand(
    List<PowerShellArgument> arguments,
    String variable,
    boolean called,
    @Nullable PowerShellCommand source) {
  PowerShellCommand {
    arguments = List.copyOf(arguments);
  }

  /** Returns the name in lower case; "" when the command begins with anything but a word. */
  String name() {
    return first().values().isEmpty() ? "" : Ascii.lower(first().values().get(0).text());
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

  /**
   * Returns the command as Windows PowerShell gives it to a program: a value with blanks goes in
   * quotes, and a quote inside it stays as it is.
   */
  Excerpt line() {
    return line(false);
  }

  /** Returns the command as one line whose words are exactly its values. */
  Excerpt words() {
    return line(true);
  }

  boolean hasQuotes() {
    return arguments.stream()
        .flatMap(a -> a.values().stream())
        .anyMatch(v -> v.text().indexOf('"') >= 0);
  }

  private Excerpt line(boolean exact) {
    Excerpt.Builder line = new Excerpt.Builder();
    for (PowerShellArgument argument : arguments) {
      if (argument.kind() == PowerShellArgument.Kind.CALL) {
        blank(line).add(Excerpt.supplied(argument.word()));
      }
      for (Excerpt value : argument.values()) {
        blank(line);
        if (argument.word().equals("--%")) {
          line.add(value);
        } else if (exact) {
          ProgramLine.quote(value, line);
        } else {
          asGiven(value, line);
        }
      }
    }
    return line.build();
  }

  private static Excerpt.Builder blank(Excerpt.Builder line) {
    return line.length() > 0 ? line.insert(' ') : line;
  }

  private static void asGiven(Excerpt value, Excerpt.Builder line) {
    boolean blanks = value.text().chars().anyMatch(c -> ExcerptCursor.isBlank((char) c));
    boolean quote = value.isEmpty() || (value.at(0) != '"' && blanks);
    if (quote) {
      line.insert('"');
    }
    line.add(value);
    if (quote) {
      line.insert('"');
    }
  }
}
