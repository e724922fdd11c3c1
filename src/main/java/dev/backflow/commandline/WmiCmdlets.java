package dev.backflow.commandline;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** PowerShell's ways to Win32_Process.Create. */
final class WmiCmdlets {
  private static final String PROPERTY = "commandline=";

  private static final List<String> PARAMETERS =
      List.of(
          "class",
          "name",
          "argumentlist",
          "args",
          "computername",
          "cn",
          "credential",
          "namespace",
          "impersonation",
          "authentication",
          "path",
          "throttlelimit");

  private WmiCmdlets() {}

  /** {@code Invoke-WmiMethod -Class Win32_Process -Name Create -ArgumentList LINE}. */
  static List<Opened> invokeMethod(PowerShellCommand command) {
    PowerShellBinding bound =
        PowerShellBinding.of(
            command.operands(), PARAMETERS, Set.of("asjob", "enableallprivileges"));
    String method = bound.text("name");
    PowerShellArgument byAlias = bound.get("args");
    PowerShellArgument line = byAlias == null ? bound.get("argumentlist", 2) : byAlias;
    boolean creates = method == null || Ascii.lower(method).equals("create");
    return creates && line != null && !line.values().isEmpty()
        ? List.of(
            new Opened(line.values().get(0), Reading.PROCESS, Wrapping.by("Invoke-WmiMethod")))
        : List.of();
  }

  /**
   * {@code Invoke-CimMethod ... -Arguments @{CommandLine = LINE}}: the entry of the table reads
   * like a command of its own.
   */
  static @Nullable Excerpt commandLineProperty(PowerShellCommand command) {
    List<PowerShellArgument> arguments = command.arguments();
    if (arguments.size() == 3 && arguments.get(0).is("commandline") && arguments.get(1).is("=")) {
      return arguments.get(2).joined();
    }
    PowerShellArgument first = command.first();
    boolean glued = arguments.size() == 1 && Ascii.lower(first.word()).startsWith(PROPERTY);
    return glued ? first.joined().from(PROPERTY.length()) : null;
  }
}
