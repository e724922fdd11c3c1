package dev.backflow.commandline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code sc [\\host] create|config NAME binPath= LINE ...} and {@code sc failure NAME command=
 * LINE}. The value is the word after the sign; newer builds also take it in the same word.
 */
final class ScWrapper implements Wrapper {
  @Override
  public List<Opened> open(Excerpt line, StepCount steps) {
    List<Word> words = Words.of(line, steps);
    int verb = words.size() > 1 && words.get(1).text().startsWith("\\\\") ? 2 : 1;
    if (words.size() < verb + 3) {
      return List.of();
    }
    String key =
        switch (words.get(verb).lower()) {
          case "create", "config" -> "binpath=";
          case "failure" -> "command=";
          default -> "";
        };
    Map<String, Excerpt> settings = settings(words.subList(verb + 2, words.size()));
    Excerpt run = settings.get(key);
    if (run == null || run.isEmpty()) {
      return List.of();
    }
    Wrapping wrapping =
        Wrapping.registration(
            "sc",
            words.get(verb + 1).text(),
            text(settings.get("obj=")),
            text(settings.get("start=")));
    return List.of(new Opened(run, Reading.PROCESS, wrapping));
  }

  private static Map<String, Excerpt> settings(List<Word> words) {
    Map<String, Excerpt> settings = new HashMap<>();
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      int equals = word.text().indexOf('=');
      if (equals == word.text().length() - 1 && i + 1 < words.size()) {
        i++;
        settings.putIfAbsent(word.lower(), words.get(i).value());
      } else if (equals > 0) {
        String key = word.lower().substring(0, equals + 1);
        settings.putIfAbsent(key, word.value().from(equals + 1));
      }
    }
    return settings;
  }

  private static @Nullable String text(@Nullable Excerpt excerpt) {
    return excerpt == null ? null : excerpt.text();
  }
}
