package dev.backflow.commandline;

/**
 * Part of a command line.
 *
 * @param start index of its first character
 * @param end index after its last character
 */
record Range(int start, int end) {
  boolean touches(Range other) {
    return start < other.end && other.start < end;
  }

  Range join(Range other) {
    return new Range(Math.min(start, other.start), Math.max(end, other.end));
  }
}
