package dev.backflow.commandline;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A program that runs the rest of its own line: options of its own first, then the program and its
 * arguments as they stand.
 */
final class LauncherWrapper implements Wrapper {
  private final String name;
  private final Set<String> withValue;
  private final String marks;

  /**
   * Describes a launcher.
   *
   * @param name what it is called in {@code wrappedBy}
   * @param marks the characters its options begin with
   * @param withValue its options that take the next word, in lower case
   */
  LauncherWrapper(String name, String marks, Set<String> withValue) {
    this.name = name;
    this.marks = marks;
    this.withValue = withValue;
  }

  @Override
  public List<Opened> open(Excerpt line, StepCount steps) {
    List<Word> words = Words.of(line, steps);
    for (int i = 1; i < words.size(); i++) {
      Word word = words.get(i);
      if (withValue.contains(word.lower())) {
        i++;
      } else if (!isOption(word) && !isOptionValue(words, i)) {
        return List.of(new Opened(line.from(word.start()), Reading.PROCESS, Wrapping.by(name)));
      }
    }
    return List.of();
  }

  private boolean isOption(Word word) {
    String text = word.text();
    return text.isEmpty() || marks.indexOf(text.charAt(0)) >= 0 || isAssignment(text);
  }

  /** {@code env NAME=value program}. */
  private static boolean isAssignment(String text) {
    int equals = text.indexOf('=');
    return equals > 0
        && text.substring(0, equals)
            .chars()
            .allMatch(c -> c == '_' || Character.isLetterOrDigit(c));
  }

  /** PsExec's session after {@code -i}; conhost's handle. */
  private static boolean isOptionValue(List<Word> words, int index) {
    String text = words.get(index).text().toLowerCase(Locale.ROOT);
    return text.startsWith("0x")
        || (words.get(index - 1).lower().equals("-i") && text.chars().allMatch(Character::isDigit));
  }
}
