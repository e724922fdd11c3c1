package dev.backflow.commandline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code schtasks /create ... /tr LINE} and {@code /change}. schtasks takes one argument for {@code
 * /tr} and refuses a line with an argument it does not know, so that an unquoted task line
 * registers nothing; what was meant is taken out all the same, and the refusal said.
 */
final class SchtasksWrapper implements Wrapper {
  private static final Set<String> WITH_VALUE =
      Set.of(
          "s", "u", "p", "ru", "rp", "sc", "mo", "d", "m", "i", "tn", "tr", "st", "ri", "et", "du",
          "sd", "ed", "ec", "delay", "xml", "rl", "hresult");

  private static final Set<String> FLAGS =
      Set.of("create", "change", "k", "it", "np", "z", "f", "v1", "enable", "disable", "?");

  /** "Value for '/tr' option cannot be more than 261 character(s)", as schtasks puts it. */
  private static final int LONGEST = 261;

  /**
   * The options of a line.
   *
   * @param given each option's value, or the option itself when it has none
   * @param unknown the first argument schtasks does not know, or null
   */
  private record Options(Map<String, Word> given, @Nullable Word unknown) {
    @Nullable String text(String option) {
      Word word = given.get(option);
      return word == null ? null : word.text();
    }

    boolean registers() {
      return given.containsKey("tr")
          && (given.containsKey("create") || given.containsKey("change"));
    }
  }

  @Override
  public List<Opened> open(Excerpt line, StepCount steps) {
    List<Word> words = Words.of(line, steps);
    Options options = options(words);
    Word run = options.given().get("tr");
    if (run == null || !options.registers()) {
      return List.of();
    }
    Word unknown = options.unknown();
    boolean runsOn = unknown != null && unknown.start() > run.start();
    Excerpt task = runsOn ? meant(line, run, words) : run.value();
    Wrapping wrapping =
        Wrapping.registration("schtasks", options.text("tn"), options.text("ru"), trigger(options))
            .refused(refusal(unknown, run));
    return List.of(new Opened(withDoubleQuotes(task.strip()), Reading.PROCESS, wrapping));
  }

  private static Options options(List<Word> words) {
    Map<String, Word> given = new HashMap<>();
    Word unknown = null;
    for (int i = 1; i < words.size(); i++) {
      String option = option(words.get(i));
      if (WITH_VALUE.contains(option) && i + 1 < words.size()) {
        i++;
        given.putIfAbsent(option, words.get(i));
      } else if (FLAGS.contains(option)) {
        given.putIfAbsent(option, words.get(i));
      } else if (unknown == null) {
        unknown = words.get(i);
      }
    }
    return new Options(given, unknown);
  }

  private static String option(Word word) {
    String text = word.lower();
    return text.startsWith("/") || text.startsWith("-") ? text.substring(1) : "";
  }

  /** From the task's program to schtasks' next own option. */
  private static Excerpt meant(Excerpt line, Word run, List<Word> words) {
    int end = line.length();
    for (Word word : words) {
      boolean own = word.text().startsWith("/") && isKnown(word.lower().substring(1));
      if (own && word.start() > run.start()) {
        end = word.start();
        break;
      }
    }
    return line.sub(run.start(), end);
  }

  private static boolean isKnown(String option) {
    return WITH_VALUE.contains(option) || FLAGS.contains(option);
  }

  private static @Nullable String refusal(@Nullable Word unknown, Word run) {
    if (unknown != null) {
      return "schtasks takes one argument for /tr and refuses the line at '" + unknown.text() + "'";
    }
    return run.value().length() > LONGEST
        ? "schtasks takes at most " + LONGEST + " characters for /tr"
        : null;
  }

  /** A program with blanks may stand in single quotes: {@code /tr "'C:\a b\x.exe' arguments"}. */
  private static Excerpt withDoubleQuotes(Excerpt task) {
    int close = task.text().indexOf('\'', 1);
    if (close < 0 || task.at(0) != '\'') {
      return task;
    }
    return new Excerpt.Builder()
        .add('"', task, 0, 1)
        .add(task.sub(1, close))
        .add('"', task, close, close + 1)
        .add(task.from(close + 1))
        .build();
  }

  private static @Nullable String trigger(Options options) {
    String schedule = options.text("sc");
    String every = options.text("mo");
    if (schedule == null) {
      return null;
    }
    String text = Ascii.lower(schedule);
    return every == null ? text : text + " " + every;
  }
}
