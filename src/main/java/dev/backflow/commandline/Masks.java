package dev.backflow.commandline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Replaces parts of a text; parts that overlap are replaced as one. */
final class Masks {
  /** How much of a word can stand before the secret in it. */
  private static final int LONGEST_NAME = 64;

  private record Edit(Range range, String replacement) {}

  private final List<Edit> edits = new ArrayList<>();

  /**
   * Masks a part. Quotes right round it stay; quotes it holds in odd number leave one, so that the
   * rest reads as before.
   */
  void mask(String text, Range range) {
    Range inner = withoutQuotes(text, range);
    if (isMasked(text.substring(inner.start(), inner.end()))) {
      return;
    }
    boolean odd = false;
    for (int i = inner.start(); i < inner.end(); i++) {
      odd ^= text.charAt(i) == '"' && (i == 0 || text.charAt(i - 1) != '\\');
    }
    edits.add(new Edit(inner, odd ? Redactor.MASK + '"' : Redactor.MASK));
  }

  private static boolean isMasked(String part) {
    int at = part.indexOf(Redactor.MASK);
    return at >= 0
        && part.length() <= Redactor.MASK.length() + 8
        && (part.substring(0, at) + part.substring(at + Redactor.MASK.length()))
            .chars()
            .allMatch(c -> "\"'\\^`])}".indexOf(c) >= 0);
  }

  /**
   * One reading may take for text what another takes for the quote that opens the secret, or closes
   * the argument that holds it.
   */
  private static Range withoutQuotes(String text, Range range) {
    int start = range.start();
    while (start < range.end() && "\\^`".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    boolean opens = start + 1 < range.end() && "\"'".indexOf(text.charAt(start)) >= 0;
    String mark = opens ? text.substring(range.start(), start + 1) : "";
    if (opens && text.startsWith(mark, range.end())) {
      return new Range(start + 1, range.end());
    }
    boolean closes = range.end() - range.start() > 1 && text.charAt(range.end() - 1) == '\'';
    return closes && isOpen(text, range.start())
        ? new Range(range.start(), range.end() - 1)
        : range;
  }

  /** Returns whether a single quote is open within the word that reaches up to here. */
  private static boolean isOpen(String text, int end) {
    boolean open = false;
    int from = Math.max(0, end - LONGEST_NAME);
    for (int i = end - 1; i >= from && !ExcerptCursor.isBlank(text.charAt(i)); i--) {
      open ^= text.charAt(i) == '\'';
    }
    return open;
  }

  /** Replaces a part with other text. */
  void replace(Range range, String replacement) {
    edits.add(new Edit(range, replacement));
  }

  String apply(String text) {
    List<Edit> sorted = new ArrayList<>(edits);
    sorted.sort(Comparator.comparingInt((Edit e) -> e.range().start()));
    StringBuilder out = new StringBuilder();
    int done = 0;
    for (Edit edit : sorted) {
      out.append(text, done, edit.range().start()).append(edit.replacement());
      done = edit.range().end();
    }
    return out.append(text.substring(done)).toString();
  }

  /** Returns the parts of the text that the ranges cover, each as one. */
  static List<Range> union(List<Range> ranges) {
    List<Range> sorted = new ArrayList<>(ranges);
    sorted.sort(Comparator.comparingInt(Range::start));
    List<Range> union = new ArrayList<>();
    for (Range range : sorted) {
      int last = union.size() - 1;
      if (last >= 0 && union.get(last).end() > range.start()) {
        union.set(last, union.get(last).join(range));
      } else {
        union.add(range);
      }
    }
    return union;
  }
}
