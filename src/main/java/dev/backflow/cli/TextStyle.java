package dev.backflow.cli;

import dev.backflow.detection.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * How text looks on a terminal.
 *
 * @param width columns
 * @param colour whether the terminal shows colours
 */
record TextStyle(int width, boolean colour) {
  private static final String RESET = "\u001b[0m";

  String strong(String text) {
    return colour ? "\u001b[1m" + text + RESET : text;
  }

  String dim(String text) {
    return colour ? "\u001b[2m" + text + RESET : text;
  }

  String verdict(Verdict verdict) {
    String code =
        switch (verdict) {
          case FORWARD -> "\u001b[1;31m";
          case ATTEMPT -> "\u001b[1;33m";
          case HIDDEN -> "\u001b[1;35m";
          case NONE -> "\u001b[1;32m";
        };
    return colour ? code + verdict.name() + RESET : verdict.name();
  }

  /** Shows control characters instead of sending them: a command line is somebody else's text. */
  String safe(String text) {
    StringBuilder out = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean control = Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
      if (control && out == null) {
        out = new StringBuilder(text.substring(0, i));
      }
      if (out != null) {
        out.append(control ? escape(c) : String.valueOf(c));
      }
    }
    return out == null ? text : out.toString();
  }

  private static String escape(char c) {
    return c == '\t' ? "\\t" : c == '\n' ? "\\n" : String.format("\\u%04x", (int) c);
  }

  /** Breaks text at blanks into lines of at most {@code width}; longer words are cut. */
  static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    String rest = text;
    while (rest.length() > width) {
      int blank = rest.lastIndexOf(' ', width);
      int cut = blank > 0 ? blank : width;
      lines.add(rest.substring(0, cut));
      rest = rest.substring(cut).stripLeading();
    }
    lines.add(rest);
    return lines;
  }
}
