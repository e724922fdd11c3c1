package dev.backflow.commandline;

import java.util.List;
import java.util.Set;

/**
 * A program that runs the rest of its own line: options of its own first, then the program and its
 * arguments as they stand. An option it does not know means that the program is another one under
 * this name: then nothing is wrapped.
 */
final class LauncherWrapper implements Wrapper {
  /**
   * The options of a launcher, in lower case.
   *
   * @param flags those that stand alone
   * @param withValue those that take the next word
   * @param prefixes how words begin that are an option with its value, or else no program
   */
  record Options(Set<String> flags, Set<String> withValue, List<String> prefixes) {}

  private final String name;
  private final Options options;

  LauncherWrapper(String name, Options options) {
    this.name = name;
    this.options = options;
  }

  @Override
  public List<Opened> open(Excerpt line, StepCount steps) {
    List<Word> words = Words.of(line, steps);
    for (int i = 1; i < words.size(); i++) {
      Word word = words.get(i);
      String text = word.lower();
      if (options.withValue().contains(text)) {
        i++;
        if (i < words.size() && words.get(i).text().startsWith("-")) {
          return List.of();
        }
      } else if (!isOwn(text) && !isSession(words, i)) {
        return isProgram(text)
            ? List.of(new Opened(line.from(word.start()), Reading.PROCESS, Wrapping.by(name)))
            : List.of();
      }
    }
    return List.of();
  }

  private boolean isOwn(String text) {
    return options.flags().contains(text)
        || options.prefixes().stream().anyMatch(text::startsWith)
        || isAssignment(text);
  }

  private static boolean isProgram(String text) {
    return !text.isEmpty() && text.charAt(0) != '-' && text.charAt(0) != '/';
  }

  /** {@code env NAME=value program}. */
  private static boolean isAssignment(String text) {
    int equals = text.indexOf('=');
    return equals > 0
        && text.substring(0, equals)
            .chars()
            .allMatch(c -> c == '_' || Character.isLetterOrDigit(c));
  }

  /** PsExec's {@code -i} may have a number after it. */
  private static boolean isSession(List<Word> words, int index) {
    String text = words.get(index).text();
    return words.get(index - 1).lower().equals("-i") && text.chars().allMatch(Character::isDigit);
  }
}
