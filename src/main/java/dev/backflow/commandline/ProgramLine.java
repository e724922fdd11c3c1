package dev.backflow.commandline;

import org.jspecify.annotations.Nullable;

/** Puts a program and its arguments, named apart, together into one line. */
final class ProgramLine {
  private ProgramLine() {}

  /** Returns the line; a program with a blank gets the quotes the caller's API would give it. */
  static Excerpt of(Excerpt program, @Nullable Excerpt arguments) {
    Excerpt.Builder line = new Excerpt.Builder();
    boolean quote = program.text().indexOf(' ') >= 0 && program.at(0) != '"';
    if (quote) {
      line.insert('"');
    }
    line.add(program);
    if (quote) {
      line.insert('"');
    }
    if (arguments != null && !arguments.isEmpty()) {
      line.insert(' ').add(arguments);
    }
    return line.build();
  }
}
