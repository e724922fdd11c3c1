package dev.backflow.commandline;

import java.util.List;

/**
 * A POSIX shell's {@code -c TEXT}, as Git for Windows and WSL bring one. The former's run-time
 * takes single quotes on the line for quotes too (Cygwin, winsup/cygwin/dcrt0.cc, build_argv).
 */
final class PosixWrapper implements Wrapper {
  @Override
  public List<Opened> open(Excerpt line, StepCount steps) {
    List<Word> words = Words.of(line, steps);
    for (int i = 1; i + 1 < words.size(); i++) {
      String text = words.get(i).text();
      if (!text.startsWith("-")) {
        return List.of();
      }
      if (!text.startsWith("--") && text.indexOf('c') > 0) {
        Excerpt script = script(line, words.get(i + 1));
        String shell = ProgramName.simple(words.get(0).text());
        return script.isEmpty()
            ? List.of()
            : List.of(new Opened(script, Reading.POSIX, Wrapping.by(shell)));
      }
    }
    return List.of();
  }

  private static Excerpt script(Excerpt line, Word word) {
    int close = line.text().indexOf('\'', word.start() + 1);
    return line.at(word.start()) == '\'' && close > 0
        ? line.sub(word.start() + 1, close)
        : word.value();
  }
}
