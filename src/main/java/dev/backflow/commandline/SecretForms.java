package dev.backflow.commandline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds known secrets in any text. A password like {@code test} is a word like others: masking it
 * everywhere would hide the record and not the secret. So a short or simple one is masked only
 * where it stands as a word, or not at all.
 */
final class SecretForms {
  private static final int SHORTEST = 3;
  private static final int SHORTEST_SIMPLE = 8;
  private static final int SHORTEST_WITHIN_WORDS = 6;

  private SecretForms() {}

  /** Returns where any of the forms stands. */
  static List<Range> in(String text, Collection<String> forms) {
    List<Range> ranges = new ArrayList<>();
    Set<String> distinct = new LinkedHashSet<>(forms);
    for (String form : distinct) {
      if (isTelling(form)) {
        collect(text, form, ranges);
      }
    }
    return ranges;
  }

  private static boolean isTelling(String form) {
    int shortest = kinds(form) > 1 ? SHORTEST : SHORTEST_SIMPLE;
    return form.length() >= shortest && !form.equals(Redactor.MASK);
  }

  /** Returns how many of the kinds letter, digit and other the text has. */
  private static int kinds(String form) {
    boolean letter = form.chars().anyMatch(Character::isLetter);
    boolean digit = form.chars().anyMatch(Character::isDigit);
    boolean other = form.chars().anyMatch(c -> !Character.isLetterOrDigit(c));
    return (letter ? 1 : 0) + (digit ? 1 : 0) + (other ? 1 : 0);
  }

  private static void collect(String text, String form, List<Range> ranges) {
    boolean within = form.length() >= SHORTEST_WITHIN_WORDS;
    int at = text.indexOf(form);
    while (at >= 0) {
      int end = at + form.length();
      if (within || (isEdge(text, at - 1) && isEdge(text, end))) {
        ranges.add(new Range(at, end));
      }
      at = text.indexOf(form, end);
    }
  }

  private static boolean isEdge(String text, int at) {
    return at < 0 || at >= text.length() || !Character.isLetterOrDigit(text.charAt(at));
  }
}
