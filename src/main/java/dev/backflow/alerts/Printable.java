package dev.backflow.alerts;

import java.util.Locale;

/**
 * Text from telemetry made safe to show: whoever started a process chose its command line, so no
 * line break, control character or change of writing direction in it may pass for ours.
 */
public final class Printable {
  private Printable() {}

  /** Returns the text with every such character written out, as {@code \\u202e}. */
  public static String text(String raw) {
    StringBuilder out = new StringBuilder(raw.length());
    raw.codePoints()
        .forEach(
            c -> {
              if (isShown(c)) {
                out.appendCodePoint(c);
              } else {
                out.append(String.format(Locale.ROOT, "\\u%04x", c));
              }
            });
    return out.toString();
  }

  /** Returns the safe text cut to a number of characters. */
  static String brief(String raw, int most) {
    String text = text(raw);
    return text.length() <= most ? text : text.substring(0, most - 3) + "...";
  }

  /** Returns the safe text as printable ASCII of at most so many characters. */
  static String ascii(String raw, int most) {
    StringBuilder out = new StringBuilder();
    text(raw).codePoints().forEach(c -> out.append(c < 0x7f ? (char) c : '?'));
    return out.length() <= most ? out.toString() : out.substring(0, most - 3) + "...";
  }

  private static boolean isShown(int c) {
    int type = Character.getType(c);
    return type != Character.CONTROL
        && type != Character.FORMAT
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR
        && type != Character.SURROGATE
        && type != Character.UNASSIGNED;
  }
}
