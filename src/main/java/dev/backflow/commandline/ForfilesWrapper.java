package dev.backflow.commandline;

import java.util.List;

/** {@code forfiles ... /c "LINE"}, in which {@code 0xHH} stands for a character. */
final class ForfilesWrapper implements Wrapper {
  @Override
  public List<Opened> open(Excerpt line, StepCount steps) {
    List<Word> words = Words.of(line, steps);
    for (int i = 1; i + 1 < words.size(); i++) {
      String option = words.get(i).lower();
      if (option.equals("/c") || option.equals("-c")) {
        Excerpt run = decoded(words.get(i + 1).value(), steps);
        return run.isEmpty()
            ? List.of()
            : List.of(new Opened(run, Reading.PROCESS, Wrapping.by("forfiles")));
      }
    }
    return List.of();
  }

  private static Excerpt decoded(Excerpt value, StepCount steps) {
    Excerpt.Builder decoded = new Excerpt.Builder();
    ExcerptCursor cursor = new ExcerptCursor(value, steps);
    while (cursor.more()) {
      int high = Character.digit(cursor.peek(2), 16);
      int low = Character.digit(cursor.peek(3), 16);
      boolean hex = cursor.peek() == '0' && cursor.peek(1) == 'x' && high >= 0 && low >= 0;
      if (hex) {
        decoded.add((char) (high * 16 + low), value, cursor.at(), cursor.at() + 4);
      } else {
        decoded.add(value, cursor.at());
      }
      cursor.skip(hex ? 4 : 1);
    }
    return decoded.build();
  }
}
