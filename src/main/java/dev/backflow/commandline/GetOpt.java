package dev.backflow.commandline;

import java.util.List;

/**
 * OpenSSH's own {@code getopt} (openbsd-compat/getopt_long.c, short options, no permutation):
 * options cluster, the first letter that takes a value takes the rest of its word or the next word,
 * a word that does not begin with a dash stops it, and so do a lone dash and {@code --}.
 */
final class GetOpt {
  /** No further option. */
  static final int STOP = -1;

  /** A letter the program does not know. */
  static final int UNKNOWN = -2;

  /** A letter whose value is missing. */
  static final int NO_VALUE = -3;

  private final List<String> argv;
  private final String flags;
  private final String valued;
  private final StepCount steps;
  private int next;
  private int place;
  private int option;
  private char letter;
  private String value = "";

  GetOpt(List<String> argv, int first, String flags, String valued, StepCount steps) {
    this.argv = argv;
    this.next = first;
    this.flags = flags;
    this.valued = valued;
    this.steps = steps;
  }

  /** Returns the next option letter, or one of the constants. */
  int next() {
    steps.count++;
    if (place == 0) {
      if (next >= argv.size() || !startsOption(argv.get(next))) {
        return STOP;
      }
      if (argv.get(next).equals("--")) {
        next++;
        return STOP;
      }
      place = 1;
    }
    String word = argv.get(next);
    option = next;
    letter = word.charAt(place++);
    boolean last = place == word.length();
    if (letter == '-' && last) {
      // A dash at the end of a cluster stops the reading with the whole word unread.
      place = 0;
      return STOP;
    }
    return valued.indexOf(letter) >= 0 ? withValue(word, last) : flag(last);
  }

  private int flag(boolean last) {
    endWord(last);
    return flags.indexOf(letter) >= 0 ? letter : UNKNOWN;
  }

  private int withValue(String word, boolean last) {
    String glued = word.substring(place);
    endWord(true);
    if (!last) {
      value = glued;
    } else if (next < argv.size()) {
      value = argv.get(next++);
    } else {
      return NO_VALUE;
    }
    return letter;
  }

  private void endWord(boolean last) {
    if (last) {
      next++;
      place = 0;
    }
  }

  private static boolean startsOption(String word) {
    return word.length() > 1 && word.charAt(0) == '-';
  }

  /** Passes a word: the value of an option the program does not know. */
  void skipWord() {
    next++;
  }

  /** Returns the letter of the last option. */
  char letter() {
    return letter;
  }

  /** Returns the value of the last option. */
  String value() {
    return value;
  }

  /** Returns the index of the word that holds the last option's letter. */
  int optionIndex() {
    return option;
  }

  /** Returns the index of the word that holds the last option's value. */
  int valueIndex() {
    return next - 1;
  }

  /** Returns the index of the first word not read. */
  int nextIndex() {
    return next;
  }

  /** Returns whether the word before the first one not read is {@code --}, whoever took it. */
  boolean afterDoubleDash(int first) {
    return next > first && argv.get(next - 1).equals("--");
  }
}
