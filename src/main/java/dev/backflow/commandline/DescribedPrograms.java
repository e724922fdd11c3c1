package dev.backflow.commandline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A program described by properties of an object before it is started or registered: {@code
 * $p.FileName='PROGRAM'; $p.Arguments='...'}. The program's property tells what the object is.
 */
final class DescribedPrograms {
  private static final String ARGUMENTS = ".arguments";

  private static final Map<String, Wrapping> PROGRAMS =
      Map.of(
          ".filename", Wrapping.by("Process.Start"),
          ".targetpath", Wrapping.registration("shortcut", null, null, null),
          ".path", Wrapping.registration("Schedule.Service", null, null, null));

  private DescribedPrograms() {}

  static List<Opened> open(List<PowerShellCommand> commands) {
    Map<String, Excerpt> properties = new HashMap<>();
    for (PowerShellCommand command : commands) {
      String name = Ascii.lower(command.variable());
      if (command.isLiteral() && name.indexOf('.') > 0) {
        properties.put(name, command.first().joined());
      }
    }
    List<Opened> opened = new ArrayList<>();
    properties.forEach(
        (name, program) -> {
          int dot = name.lastIndexOf('.');
          Wrapping wrapping = PROGRAMS.get(name.substring(dot));
          if (wrapping != null && !program.isEmpty()) {
            Excerpt arguments = properties.get(name.substring(0, dot) + ARGUMENTS);
            Excerpt line = ProgramLine.of(program, arguments);
            opened.add(new Opened(line, Reading.PROCESS, wrapping));
          }
        });
    return opened;
  }
}
