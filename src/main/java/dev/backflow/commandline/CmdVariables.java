package dev.backflow.commandline;

import java.util.HashMap;
import java.util.Map;

/**
 * Variables a cmd.exe line sets and uses itself: {@code !name!} with {@code /v:on}, and {@code
 * %name%} in what {@code call} reads a second time. Others stay as text.
 */
final class CmdVariables {
  private final Map<String, Excerpt> values = new HashMap<>();
  private int room;

  /**
   * Knows no variable yet.
   *
   * @param room how many characters values may add in all, so that a line cannot grow without end
   */
  CmdVariables(int room) {
    this.room = room;
  }

  /** Takes in a {@code set NAME=value} or {@code set "NAME=value"}. */
  void set(Excerpt command, StepCount steps) {
    SetCommand set = SetCommand.of(command);
    steps.count += command.length();
    if (set != null) {
      Excerpt value = command.sub(set.value().start(), set.value().end());
      values.put(Ascii.lower(set.name()), value);
    }
  }

  Excerpt expand(Excerpt text, boolean percent, StepCount steps) {
    boolean marked = text.text().indexOf('!') >= 0 || (percent && text.text().indexOf('%') >= 0);
    return values.isEmpty() || !marked ? text : replaced(text, percent, steps);
  }

  private Excerpt replaced(Excerpt text, boolean percent, StepCount steps) {
    Excerpt.Builder out = new Excerpt.Builder();
    ExcerptCursor cursor = new ExcerptCursor(text, steps);
    while (cursor.more()) {
      char mark = cursor.peek();
      int close = mark == '!' || (percent && mark == '%') ? close(text, cursor.at(), mark) : -1;
      String name = close < 0 ? "" : text.text().substring(cursor.at() + 1, close);
      Excerpt value = values.get(Ascii.lower(name));
      if (value == null || value.length() > room) {
        out.add(text, cursor.at());
        cursor.next();
      } else {
        room -= value.length();
        out.add(value);
        cursor.skip(close + 1 - cursor.at());
      }
    }
    return out.build();
  }

  /** Names are short: looking no further keeps a line of nothing but marks cheap. */
  private static int close(Excerpt text, int open, char mark) {
    int end = Math.min(text.length(), open + 40);
    for (int i = open + 1; i < end; i++) {
      if (text.at(i) == mark) {
        return i;
      }
    }
    return -1;
  }
}
