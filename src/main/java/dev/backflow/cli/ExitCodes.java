package dev.backflow.cli;

/** Exit codes that scripts depend on. */
final class ExitCodes {
  /** Done; nothing found. */
  static final int NONE = 0;

  /** Done; something found. */
  static final int SOME = 1;

  /** Something could not be done or read; what was found is printed all the same. */
  static final int ERROR = 2;

  private ExitCodes() {}
}
