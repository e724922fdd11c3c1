package dev.backflow.commandline;

import java.util.List;
import java.util.Set;

/**
 * {@code wsl [options] [--] COMMAND}: the rest of the line goes to the Linux user's shell; with
 * {@code -e} straight to the program.
 */
final class WslWrapper implements Wrapper {
  private static final Set<String> WITH_VALUE =
      Set.of("-d", "--distribution", "--distribution-id", "-u", "--user", "--cd", "--shell-type");

  @Override
  public List<Opened> open(Excerpt line, StepCount steps) {
    List<Word> words = Words.of(line, steps);
    for (int i = 1; i < words.size(); i++) {
      String text = words.get(i).text();
      if (WITH_VALUE.contains(text)) {
        i++;
      } else if (text.equals("-e") || text.equals("--exec")) {
        return rest(line, words, i + 1, Reading.PROCESS);
      } else if (text.equals("--")) {
        return rest(line, words, i + 1, Reading.POSIX);
      } else if (text.startsWith("-") && !text.equals("--system")) {
        return List.of();
      } else if (!text.equals("--system") && !text.equals("~")) {
        return rest(line, words, i, Reading.POSIX);
      }
    }
    return List.of();
  }

  private static List<Opened> rest(Excerpt line, List<Word> words, int from, Reading reading) {
    return from < words.size()
        ? List.of(new Opened(line.from(words.get(from).start()), reading, Wrapping.by("wsl")))
        : List.of();
  }
}
