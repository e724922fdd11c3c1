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

  /** Adds a word so that splitting the line gives it back. */
  static void quote(Excerpt word, Excerpt.Builder line) {
    boolean plain =
        !word.isEmpty() && word.text().chars().noneMatch(c -> c == ' ' || c == '\t' || c == '"');
    if (plain) {
      line.add(word);
      return;
    }
    line.insert('"');
    int backslashes = 0;
    for (int i = 0; i < word.length(); i++) {
      boolean quote = word.at(i) == '"';
      for (int n = quote ? backslashes + 1 : 0; n > 0; n--) {
        line.insert('\\');
      }
      backslashes = word.at(i) == '\\' ? backslashes + 1 : 0;
      line.add(word, i);
    }
    for (int n = backslashes; n > 0; n--) {
      line.insert('\\');
    }
    line.insert('"');
  }
}
