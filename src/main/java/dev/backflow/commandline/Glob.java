package dev.backflow.commandline;

/** Patterns with {@code *} and {@code ?}, as OpenSSH's match.c has them. */
final class Glob {
  private final StepCount steps;
  private long left;

  /**
   * Makes a matcher that looks at no more than {@code budget} characters in all.
   *
   * @param steps counts them
   */
  Glob(StepCount steps, long budget) {
    this.steps = steps;
    this.left = budget;
  }

  /** Returns whether no more can be looked at. */
  boolean exhausted() {
    return left <= 0;
  }

  /** Returns whether the whole text matches the pattern, as far as the budget reaches. */
  boolean matches(String pattern, String text) {
    int p = 0;
    int t = 0;
    int star = -1;
    int mark = 0;
    while (t < text.length() && left > 0) {
      step();
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        mark = t;
      } else if (p < pattern.length()
          && (pattern.charAt(p) == '?' || pattern.charAt(p) == text.charAt(t))) {
        p++;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++mark;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      step();
      p++;
    }
    return p == pattern.length();
  }

  private void step() {
    steps.count++;
    left--;
  }
}
