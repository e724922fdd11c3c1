package dev.backflow.commandline;

import java.util.List;
import java.util.Set;

/**
 * {@code rundll32 shell32.dll,ShellExec_RunDLL LINE} and {@code advpack.dll,RegisterOCX LINE}, or
 * script as {@link ScriptHostWrapper} reads it.
 */
final class Rundll32Wrapper implements Wrapper {
  private static final Set<String> STARTING =
      Set.of("shellexec_rundll", "shellexec_rundlla", "shellexec_rundllw", "registerocx");

  private final ScriptHostWrapper script = new ScriptHostWrapper();

  @Override
  public List<Opened> open(Excerpt line, StepCount steps) {
    List<Word> words = Words.of(line, steps);
    String entry = words.size() < 2 ? "" : Ascii.lower(words.get(1).text());
    if (!STARTING.contains(entry.substring(entry.lastIndexOf(',') + 1))) {
      return script.open(line, steps);
    }
    if (words.size() < 3) {
      return List.of();
    }
    boolean whole = words.size() == 3;
    Excerpt run = whole ? words.get(2).value() : line.from(words.get(2).start());
    return run.isEmpty()
        ? List.of()
        : List.of(new Opened(run, Reading.PROCESS, Wrapping.by("rundll32")));
  }
}
