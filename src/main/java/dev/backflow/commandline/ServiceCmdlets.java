package dev.backflow.commandline;

import java.util.List;
import java.util.Set;

/** {@code New-Service -Name N -BinaryPathName LINE}. */
final class ServiceCmdlets {
  private static final List<String> PARAMETERS =
      List.of(
          "name",
          "binarypathname",
          "displayname",
          "description",
          "startuptype",
          "credential",
          "dependson",
          "path");

  private ServiceCmdlets() {}

  static List<Opened> newService(PowerShellCommand command) {
    PowerShellBinding bound =
        PowerShellBinding.of(command.operands(), PARAMETERS, Set.of("whatif", "confirm"));
    PowerShellArgument name = bound.get("name", 0);
    PowerShellArgument byAlias = bound.get("path");
    int next = bound.get("name") == null ? 1 : 0;
    PowerShellArgument line = byAlias == null ? bound.get("binarypathname", next) : byAlias;
    if (line == null) {
      return List.of();
    }
    Wrapping wrapping =
        Wrapping.registration(
            "New-Service",
            name == null ? null : name.joined().text(),
            bound.text("credential"),
            bound.text("startuptype"));
    return List.of(new Opened(line.joined(), Reading.PROCESS, wrapping));
  }
}
