package dev.backflow.commandline;

import java.util.List;

/** {@code runas /user:U "LINE"}: the line is the last argument. */
final class RunasWrapper implements Wrapper {
  @Override
  public List<Opened> open(Excerpt line, StepCount steps) {
    List<Word> words = Words.of(line, steps);
    String user = null;
    for (Word word : words) {
      if (word.lower().startsWith("/user:")) {
        user = word.text().substring("/user:".length());
      }
    }
    if (words.size() < 3 || user == null) {
      return List.of();
    }
    Excerpt run = words.get(words.size() - 1).value();
    Wrapping wrapping = new Wrapping(List.of("runas"), false, false, null, user, null, null);
    return run.isEmpty() || run.at(0) == '/'
        ? List.of()
        : List.of(new Opened(run, Reading.PROCESS, wrapping));
  }
}
