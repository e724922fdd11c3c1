package dev.backflow.commandline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code $p.FileName='PROGRAM'; $p.Arguments='...'}: a process described before it is started. */
final class ProcessStartInfo {
  private static final String PROGRAM = ".filename";
  private static final String ARGUMENTS = ".arguments";

  private ProcessStartInfo() {}

  static List<Opened> open(List<PowerShellCommand> commands) {
    Map<String, Excerpt> properties = new HashMap<>();
    for (PowerShellCommand command : commands) {
      String name = command.variable().toLowerCase(Locale.ROOT);
      if (command.isLiteral() && (name.endsWith(PROGRAM) || name.endsWith(ARGUMENTS))) {
        properties.put(name, command.first().joined());
      }
    }
    List<Opened> opened = new ArrayList<>();
    properties.forEach(
        (name, program) -> {
          if (name.endsWith(PROGRAM) && !program.isEmpty()) {
            String object = name.substring(0, name.length() - PROGRAM.length());
            Excerpt line = ProgramLine.of(program, properties.get(object + ARGUMENTS));
            opened.add(new Opened(line, Reading.PROCESS, Wrapping.by("Process.Start")));
          }
        });
    return opened;
  }
}
