package dev.backflow.commandline;

/**
 * One argument of a line.
 *
 * @param value the argument as the program gets it
 * @param start index in the line of its first character, quotes included
 * @param end index after its last
 */
record Word(Excerpt value, int start, int end) {
  String text() {
    return value.text();
  }

  String lower() {
    return Ascii.lower(value.text());
  }
}
