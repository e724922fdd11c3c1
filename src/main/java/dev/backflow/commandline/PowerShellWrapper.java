package dev.backflow.commandline;

import java.util.List;
import java.util.Set;

/**
 * {@code powershell.exe} and {@code pwsh.exe}. Their options may be shortened and begin with a dash
 * or a slash; {@code -Command} takes the rest of the line, its arguments joined with blanks.
 */
final class PowerShellWrapper implements Wrapper {
  private static final Set<String> WITH_VALUE =
      Set.of(
          "executionpolicy",
          "windowstyle",
          "version",
          "psconsolefile",
          "inputformat",
          "outputformat",
          "configurationname",
          "configurationfile",
          "custompipename",
          "settingsfile",
          "workingdirectory",
          "encodedarguments");

  private static final Set<String> FLAGS =
      Set.of(
          "noprofile", "nologo", "noexit", "noninteractive", "sta", "mta", "login", "interactive");

  private static final Set<String> SHORT_WITH_VALUE =
      Set.of("ex", "ep", "wd", "w", "v", "i", "if", "o", "of", "ea");

  @Override
  public List<Opened> open(Excerpt line, StepCount steps) {
    List<Word> words = Words.of(line, steps);
    for (int i = 1; i < words.size(); i++) {
      String option = option(words.get(i));
      if (option.isEmpty()) {
        return script(words, i);
      }
      if (isCommand(option)) {
        return script(words, i + 1);
      }
      if (isEncoded(option)) {
        return i + 1 < words.size() ? encoded(words.get(i + 1).value()) : List.of();
      }
      if (isFile(option)) {
        return List.of();
      }
      if (takesValue(option)) {
        i++;
      } else if (!isFlag(option)) {
        return List.of();
      }
    }
    return List.of();
  }

  /** Returns the option's name in lower case, or "" for a word that is none. */
  static String option(Word word) {
    String text = word.lower();
    boolean marked =
        text.length() > 1 && (PowerShellText.isDash(text.charAt(0)) || text.charAt(0) == '/');
    return marked && Character.isLetter(text.charAt(1)) ? text.substring(1) : "";
  }

  private static boolean isCommand(String option) {
    return "command".startsWith(option) || option.equals("commandwithargs") || option.equals("cwa");
  }

  static boolean isEncoded(String option) {
    return "encodedcommand".startsWith(option) || option.equals("ec");
  }

  private static boolean isFile(String option) {
    return "file".startsWith(option);
  }

  private static boolean takesValue(String option) {
    return SHORT_WITH_VALUE.contains(option)
        || (option.length() > 1 && WITH_VALUE.stream().anyMatch(o -> o.startsWith(option)));
  }

  private static boolean isFlag(String option) {
    return FLAGS.stream().anyMatch(f -> f.startsWith(option)) && !option.equals("n");
  }

  private static List<Opened> script(List<Word> words, int from) {
    Excerpt.Builder script = new Excerpt.Builder();
    for (Word word : words.subList(Math.min(from, words.size()), words.size())) {
      if (script.length() > 0) {
        script.insert(' ');
      }
      script.add(word.value());
    }
    Excerpt text = script.build();
    return text.isEmpty() || text.text().equals("-")
        ? List.of()
        : List.of(new Opened(text, Reading.POWERSHELL, Wrapping.by("powershell")));
  }

  private static List<Opened> encoded(Excerpt value) {
    String script = EncodedScript.decode(value.text());
    return script == null
        ? List.of()
        : List.of(
            new Opened(
                Excerpt.decoded(script, value), Reading.POWERSHELL, Wrapping.by("powershell")));
  }
}
