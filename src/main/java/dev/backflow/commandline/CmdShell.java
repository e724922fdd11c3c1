package dev.backflow.commandline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads text as cmd.exe does: chains, pipes, its own commands, batch files written on the spot. */
final class CmdShell implements Wrapper {
  private static final Set<String> ANSWERS = Set.of("y", "n", "yes", "no");

  /** They name a file without running it. */
  private static final Set<String> PASSIVE = Set.of("echo", "del", "erase", "rem", "type", "copy");

  private final StartWrapper start = new StartWrapper();

  @Override
  public List<Opened> open(Excerpt text, StepCount steps) {
    List<CmdCommand> commands = CmdLexer.commands(text, steps);
    Set<String> scripts = scripts(commands, steps);
    CmdVariables variables = new CmdVariables(text.length());
    List<Opened> opened = new ArrayList<>();
    for (int i = 0; i < commands.size(); i++) {
      CmdCommand command = expanded(commands.get(i), variables, steps);
      Excerpt feeds = isPiped(commands, i + 1) ? commands.get(i + 1).text() : null;
      Wrapping wrapping = wrapping(commands, i, feeds != null, steps);
      openOne(command, wrapping, feeds, scripts, steps, opened);
    }
    return opened;
  }

  private static CmdCommand expanded(CmdCommand command, CmdVariables variables, StepCount steps) {
    boolean called = ProgramName.builtin(command.text(), steps).equals("call");
    CmdCommand plain = CmdPrefixes.strip(command, steps);
    if (ProgramName.builtin(plain.text(), steps).equals("set")) {
      variables.set(plain.text(), steps);
      return plain;
    }
    return plain.withText(variables.expand(plain.text(), called, steps));
  }

  private static boolean isPiped(List<CmdCommand> commands, int index) {
    return index < commands.size() && commands.get(index).readsPipe();
  }

  private static Wrapping wrapping(
      List<CmdCommand> commands, int index, boolean feeds, StepCount steps) {
    boolean reads = commands.get(index).readsPipe();
    Wrapping wrapping = reads || feeds ? Wrapping.by("pipeline") : Wrapping.NONE;
    return reads && index > 0 && isAnswer(commands.get(index - 1).text(), steps)
        ? wrapping.answered()
        : wrapping;
  }

  /** {@code echo y}, also written {@code echo.y}, {@code @echo y}. */
  private static boolean isAnswer(Excerpt command, StepCount steps) {
    if (!ProgramName.builtin(command, steps).equals("echo")) {
      return false;
    }
    String text = Ascii.lower(command.text());
    String said = text.substring(text.indexOf("echo") + 4);
    return ANSWERS.contains(strip(said));
  }

  private static String strip(String said) {
    int start = 0;
    while (start < said.length() && !Character.isLetterOrDigit(said.charAt(start))) {
      start++;
    }
    return said.substring(start).strip();
  }

  private void openOne(
      CmdCommand command,
      Wrapping wrapping,
      @Nullable Excerpt feeds,
      Set<String> scripts,
      StepCount steps,
      List<Opened> opened) {
    Excerpt text = command.text();
    String builtin = ProgramName.builtin(text, steps);
    if (builtin.isEmpty()) {
      opened.add(new Opened(text, Reading.PROCESS, wrapping, feeds));
      return;
    }
    opened.add(new Opened(text, Reading.BUILTIN, wrapping, feeds));
    if (builtin.equals("start")) {
      for (Opened inner : start.open(text, steps)) {
        Wrapping both = inner.wrapping().inside(wrapping);
        opened.add(new Opened(inner.text(), inner.reading(), both, feeds));
      }
    } else if (builtin.equals("echo") && isBatchFile(command, scripts)) {
      Excerpt said = text.from(Ascii.lower(text.text()).indexOf("echo") + 4);
      opened.add(new Opened(said, Reading.CMD, Wrapping.by("batch file").inside(wrapping), feeds));
    }
  }

  /**
   * Impacket's smbexec has the command written into a batch file and runs that on the same line:
   * {@code echo COMMAND > x.bat & cmd /Q /c x.bat & del x.bat}.
   */
  private static boolean isBatchFile(CmdCommand echo, Set<String> scripts) {
    return echo.outputs().stream().anyMatch(f -> scripts.contains(ProgramName.simple(f)));
  }

  /** Returns the names of the script files the commands run. */
  private static Set<String> scripts(List<CmdCommand> commands, StepCount steps) {
    Set<String> scripts = new HashSet<>();
    for (CmdCommand command : commands) {
      if (PASSIVE.contains(ProgramName.builtin(command.text(), steps))) {
        continue;
      }
      for (Word word : Words.arguments(command.text(), steps)) {
        String name = ProgramName.simple(word.text());
        if (ProgramName.isScript(name)) {
          scripts.add(name);
        }
      }
    }
    return scripts;
  }
}
