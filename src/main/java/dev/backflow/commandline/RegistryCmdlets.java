package dev.backflow.commandline;

import java.util.List;
import java.util.Set;

/** {@code New-ItemProperty}, {@code Set-ItemProperty} on the keys that start programs. */
final class RegistryCmdlets {
  private static final List<String> PARAMETERS =
      List.of("path", "name", "value", "propertytype", "type", "literalpath");

  private RegistryCmdlets() {}

  static List<Opened> property(PowerShellCommand command) {
    PowerShellBinding bound =
        PowerShellBinding.of(command.operands(), PARAMETERS, Set.of("force", "passthru"));
    PowerShellArgument literal = bound.get("literalpath");
    PowerShellArgument path = literal == null ? bound.get("path", 0) : literal;
    PowerShellArgument name = bound.get("name", bound.has("path") ? 0 : 1);
    PowerShellArgument value = bound.get("value", 2 - bound.count("path", "name"));
    if (path == null || name == null || value == null) {
      return List.of();
    }
    String key = path.joined().text();
    String property = name.joined().text();
    if (!AutostartKeys.starts(key, property)) {
      return List.of();
    }
    String registered = AutostartKeys.name(key, property);
    Wrapping wrapping = Wrapping.registration("ItemProperty", registered, null, null);
    return List.of(new Opened(value.joined(), Reading.PROCESS, wrapping));
  }
}
