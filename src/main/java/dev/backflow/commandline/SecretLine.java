package dev.backflow.commandline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line as the rules for secrets see it.
 *
 * @param text the line
 * @param program the simple name of its program, or of the shell's own command
 * @param words its arguments, the program first
 * @param feeds the command that reads its output through a pipe, or null
 */
record SecretLine(Excerpt text, String program, List<Word> words, @Nullable Excerpt feeds) {
  static SecretLine of(Excerpt text, @Nullable Excerpt feeds) {
    StepCount steps = new StepCount();
    String builtin = ProgramName.builtin(text, steps);
    List<Word> words = Words.of(text, steps);
    String first = words.isEmpty() ? "" : words.get(0).text();
    String program = ProgramName.simple(first.substring(first.indexOf('=') + 1));
    return new SecretLine(text, builtin.isEmpty() ? program : builtin, words, feeds);
  }

  boolean has(int index) {
    return index < words.size();
  }

  String lower(int index) {
    return has(index) ? words.get(index).lower() : "";
  }
}
