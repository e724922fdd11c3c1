package dev.backflow.commandline;

import java.util.List;

/** The compatibility assistant: {@code pcalua -a PROGRAM [-c ARGUMENTS]}. */
final class PcaluaWrapper implements Wrapper {
  @Override
  public List<Opened> open(Excerpt line, StepCount steps) {
    List<Word> words = Words.of(line, steps);
    Excerpt program = null;
    Excerpt arguments = null;
    for (int i = 1; i + 1 < words.size() && arguments == null; i++) {
      switch (words.get(i).lower()) {
        case "-a" -> program = words.get(i + 1).value();
        case "-c" -> arguments = arguments(line, words, i + 1);
        default -> {}
      }
    }
    return program == null || program.isEmpty()
        ? List.of()
        : List.of(
            new Opened(
                arguments == null ? program : ProgramLine.of(program, arguments),
                Reading.PROCESS,
                Wrapping.by("pcalua")));
  }

  /** One argument in quotes, or the rest of the line. */
  private static Excerpt arguments(Excerpt line, List<Word> words, int first) {
    boolean last = first == words.size() - 1;
    return last ? words.get(first).value() : line.from(words.get(first).start());
  }
}
