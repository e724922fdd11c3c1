package dev.backflow.commandline;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Text taken out of a command line, freed of the quoting of what wrapped it. Each character knows
 * which characters of the whole line it stands for, so that a secret found deep inside can be
 * masked where it stands.
 */
final class Excerpt {
  private final String text;
  private final int base;
  private final int @Nullable [] starts;
  private final int @Nullable [] ends;
  private final boolean encoded;

  private Excerpt(
      String text, int base, int @Nullable [] starts, int @Nullable [] ends, boolean encoded) {
    this.text = text;
    this.base = base;
    this.starts = starts;
    this.ends = ends;
    this.encoded = encoded;
  }

  /** Returns the whole of a line. */
  static Excerpt of(String line) {
    return new Excerpt(line, 0, null, null, false);
  }

  /** Returns text that stands for nothing in the line. */
  static Excerpt supplied(String text) {
    int[] nowhere = new int[text.length()];
    Arrays.fill(nowhere, -1);
    return new Excerpt(text, 0, nowhere, nowhere, false);
  }

  /** Returns what {@code source} stands for once decoded; every character stands for all of it. */
  static Excerpt decoded(String text, Excerpt source) {
    Range all = source.range(0, source.length());
    int[] starts = new int[text.length()];
    int[] ends = new int[text.length()];
    Arrays.fill(starts, all == null ? -1 : all.start());
    Arrays.fill(ends, all == null ? -1 : all.end());
    return new Excerpt(text, 0, starts, ends, true);
  }

  String text() {
    return text;
  }

  int length() {
    return text.length();
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  char at(int index) {
    return text.charAt(index);
  }

  /** Returns whether the text was decoded, so that it does not stand in the line as it reads. */
  boolean encoded() {
    return encoded;
  }

  Excerpt from(int start) {
    return sub(start, length());
  }

  Excerpt sub(int start, int end) {
    if (starts == null || ends == null) {
      return new Excerpt(text.substring(start, end), base + start, null, null, encoded);
    }
    return new Excerpt(
        text.substring(start, end),
        0,
        Arrays.copyOfRange(starts, start, end),
        Arrays.copyOfRange(ends, start, end),
        encoded);
  }

  Excerpt strip() {
    int start = 0;
    int end = length();
    while (start < end && Character.isWhitespace(at(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(at(end - 1))) {
      end--;
    }
    return sub(start, end);
  }

  /** Returns the part of the whole line these characters stand for, or null for none. */
  @Nullable Range range(int start, int end) {
    int low = Integer.MAX_VALUE;
    int high = -1;
    for (int i = start; i < end; i++) {
      if (start(i) >= 0) {
        low = Math.min(low, start(i));
        high = Math.max(high, end(i));
      }
    }
    return high < 0 ? null : new Range(low, high);
  }

  private int start(int index) {
    return starts == null ? base + index : starts[index];
  }

  private int end(int index) {
    return ends == null ? base + index + 1 : ends[index];
  }

  @Override
  public String toString() {
    return text;
  }

  /** Puts an excerpt together from characters of others. */
  static final class Builder {
    private final StringBuilder text = new StringBuilder();
    private int[] starts = new int[32];
    private int[] ends = new int[32];
    private boolean encoded;

    /** Takes over one character as it stands. */
    Builder add(Excerpt source, int index) {
      encoded |= source.encoded;
      return add(source.at(index), source.start(index), source.end(index));
    }

    /** Adds the character that {@code source[start, end)} stands for. */
    Builder add(char meant, Excerpt source, int start, int end) {
      encoded |= source.encoded;
      return add(meant, source.start(start), source.end(end - 1));
    }

    Builder add(Excerpt source) {
      for (int i = 0; i < source.length(); i++) {
        add(source, i);
      }
      return this;
    }

    /** Adds a character that no character of the line stands for. */
    Builder insert(char supplied) {
      return add(supplied, -1, -1);
    }

    private Builder add(char c, int start, int end) {
      int at = text.length();
      if (at == starts.length) {
        starts = Arrays.copyOf(starts, at * 2);
        ends = Arrays.copyOf(ends, at * 2);
      }
      starts[at] = start;
      ends[at] = end;
      text.append(c);
      return this;
    }

    int length() {
      return text.length();
    }

    char at(int index) {
      return text.charAt(index);
    }

    void dropLast() {
      text.setLength(text.length() - 1);
    }

    Excerpt build() {
      int length = text.length();
      return new Excerpt(
          text.toString(), 0, Arrays.copyOf(starts, length), Arrays.copyOf(ends, length), encoded);
    }
  }
}
