package dev.backflow.commandline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects what the rules find. Places are those of the whole line. */
final class SecretFindings {
  /**
   * One find.
   *
   * @param range where it stands in the whole line
   * @param bearer what bears it
   * @param value the secret as its program gets it
   * @param rank how sure the value is: the deeper the reading, the higher
   * @param reference whether the value is a variable's name rather than a secret
   */
  record Finding(Range range, String bearer, String value, int rank, boolean reference) {}

  /** A text that stands encoded in the line. */
  record Encoded(Range range, String text) {}

  private final List<Finding> found = new ArrayList<>();
  private final List<Encoded> encoded = new ArrayList<>();
  private final Set<String> variables = new HashSet<>();
  private int rank;

  /** Says how deep the reading is that finds come from now. */
  void rank(int depth) {
    rank = depth;
  }

  /** Reports a whole argument. */
  void add(Word word, String bearer) {
    add(word.value(), 0, word.value().length(), bearer);
  }

  /** Reports part of a text. Decoded text is left to the redaction of what it decodes. */
  void add(Excerpt text, int start, int end, String bearer) {
    Range range = text.range(start, end);
    if (start >= end || range == null || text.encoded()) {
      return;
    }
    String value = text.text().substring(start, end);
    String variable = Variables.named(value);
    if (!variable.isEmpty()) {
      variables.add(variable);
    }
    boolean reference = !variable.isEmpty() && !value.startsWith("$");
    found.add(new Finding(range, bearer, value, rank, reference));
  }

  /** Reports part of a line that stands for another text. */
  void encoded(Excerpt line, int start, int end, String text) {
    Range range = line.range(start, end);
    if (range != null && !line.encoded()) {
      encoded.add(new Encoded(range, text));
    }
  }

  /** Returns whether a variable's value is given where a secret is wanted. */
  boolean isVariable(String name) {
    return variables.contains(Ascii.lower(name));
  }

  List<Finding> found() {
    return found;
  }

  List<Encoded> encoded() {
    return encoded;
  }
}
