package dev.backflow.commandline;

import java.util.List;
import java.util.Set;

/**
 * {@code Start-Process PROGRAM ARGUMENTS}. A list of arguments is joined with blanks and nothing is
 * put in quotes (about Start-Process, -ArgumentList).
 */
final class StartProcess {
  private static final List<String> PARAMETERS =
      List.of(
          "filepath",
          "argumentlist",
          "args",
          "credential",
          "workingdirectory",
          "windowstyle",
          "redirectstandardoutput",
          "redirectstandarderror",
          "redirectstandardinput",
          "verb",
          "environment",
          "pspath",
          "rso",
          "rse",
          "rsi");

  private static final Set<String> SWITCHES =
      Set.of(
          "nonewwindow", "passthru", "wait", "usenewenvironment", "loaduserprofile", "nnw", "lup");

  private StartProcess() {}

  static List<Opened> open(PowerShellCommand command) {
    PowerShellBinding bound = PowerShellBinding.of(command.operands(), PARAMETERS, SWITCHES);
    PowerShellArgument path = bound.get("pspath");
    PowerShellArgument program = path == null ? bound.get("filepath", 0) : path;
    if (program == null) {
      return List.of();
    }
    int next = path == null && bound.get("filepath") == null ? 1 : 0;
    PowerShellArgument byAlias = bound.get("args");
    PowerShellArgument arguments = byAlias == null ? bound.get("argumentlist", next) : byAlias;
    Excerpt line = ProgramLine.of(program.joined(), arguments == null ? null : arguments.joined());
    return List.of(new Opened(line, Reading.PROCESS, Wrapping.by("Start-Process")));
  }
}
