package dev.backflow.commandline;

import java.util.List;
import java.util.Random;

/** Makes command lines for tests: the inverse of the splitters, and text that tries them. */
final class Lines {
  private Lines() {}

  /** A build is not to be red by chance; another seed is for whoever looks for more. */
  private static final long SEED = 20_260_302L;

  /**
   * Returns the seed of this run, printed so that a failure can be had again: {@code
   * -Dbackflow.seed}, or the one of every build.
   */
  static long seed(String test) {
    long seed = Long.getLong("backflow.seed", SEED);
    System.err.println(test + ": -Dbackflow.seed=" + seed);
    return seed;
  }

  /** Joins arguments so that every splitter gives them back. The program's name has no quote. */
  static String join(List<String> argv, Random random) {
    StringBuilder line = new StringBuilder(argv.get(0));
    for (String argument : argv.subList(1, argv.size())) {
      line.append(random.nextInt(4) == 0 ? "\t " : " ").append(quote(argument, random));
    }
    return line.toString();
  }

  private static String quote(String argument, Random random) {
    boolean plain = !argument.isEmpty() && argument.chars().noneMatch(c -> " \t\"".indexOf(c) >= 0);
    if (plain && random.nextBoolean()) {
      return argument;
    }
    StringBuilder out = new StringBuilder("\"");
    int backslashes = 0;
    for (int i = 0; i < argument.length(); i++) {
      char c = argument.charAt(i);
      if (c == '"') {
        out.append("\\".repeat(backslashes + 1));
      }
      backslashes = c == '\\' ? backslashes + 1 : 0;
      out.append(c);
    }
    return out.append("\\".repeat(backslashes)).append('"').toString();
  }

  /** Returns text of at most {@code most} characters of {@code alphabet}. */
  static String text(Random random, String alphabet, int most) {
    StringBuilder out = new StringBuilder();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      out.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return out.toString();
  }
}
