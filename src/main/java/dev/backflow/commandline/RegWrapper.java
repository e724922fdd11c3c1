package dev.backflow.commandline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code reg add KEY /v NAME /d LINE} for the keys that start programs. */
final class RegWrapper implements Wrapper {
  @Override
  public List<Opened> open(Excerpt line, StepCount steps) {
    List<Word> words = Words.of(line, steps);
    if (words.size() < 5 || !words.get(1).lower().equals("add")) {
      return List.of();
    }
    Map<String, Word> given = new HashMap<>();
    for (int i = 3; i + 1 < words.size(); i++) {
      given.putIfAbsent(words.get(i).lower(), words.get(i + 1));
    }
    Word value = given.get("/v");
    Word data = given.get("/d");
    if (value == null || data == null || !AutostartKeys.starts(words.get(2).text(), value.text())) {
      return List.of();
    }
    String name = AutostartKeys.name(words.get(2).text(), value.text());
    Wrapping wrapping = Wrapping.registration("reg", name, null, null);
    return List.of(new Opened(data.value(), Reading.PROCESS, wrapping));
  }
}
