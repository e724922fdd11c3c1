package dev.backflow.commandline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code forfiles ... /c "LINE"}, in which {@code 0xHH} stands for a character. */
final class ForfilesWrapper implements Wrapper {
  private static final List<String> FILE = List.of("@file", "@path");

  @Override
  public List<Opened> open(Excerpt line, StepCount steps) {
    List<Word> words = Words.of(line, steps);
    Excerpt run = option(words, "/c");
    if (run == null || run.isEmpty()) {
      return List.of();
    }
    Excerpt mask = option(words, "/m");
    Excerpt plain = decoded(run, steps);
    Excerpt named =
        mask == null || mask.isEmpty() || mask.text().indexOf('*') >= 0
            ? plain
            : withFile(plain, mask, steps);
    return List.of(new Opened(named, Reading.PROCESS, Wrapping.by("forfiles")));
  }

  private static @Nullable Excerpt option(List<Word> words, String option) {
    for (int i = 1; i + 1 < words.size(); i++) {
      if (words.get(i).lower().equals(option)) {
        return words.get(i + 1).value();
      }
    }
    return null;
  }

  /** {@code @file} and {@code @path} are the file that {@code /m} names, in quotes. */
  private static Excerpt withFile(Excerpt run, Excerpt file, StepCount steps) {
    Excerpt.Builder text = new Excerpt.Builder();
    ExcerptCursor cursor = new ExcerptCursor(run, steps);
    int room = run.length();
    while (cursor.more()) {
      boolean name = FILE.stream().anyMatch(n -> starts(run, cursor.at(), n));
      if (name && file.length() <= room) {
        room -= file.length();
        text.insert('"').add(file).insert('"');
        cursor.skip(FILE.get(0).length());
      } else {
        text.add(run, cursor.at());
        cursor.next();
      }
    }
    return text.build();
  }

  private static boolean starts(Excerpt run, int at, String name) {
    return run.text().regionMatches(true, at, name, 0, name.length());
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
