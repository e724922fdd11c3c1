package dev.backflow.commandline;

import java.util.HashMap;
import java.util.Map;

/** The wrappers Backflow knows, by the program that wraps. */
final class Wrappers {
  private Wrappers() {}

  static Map<String, Wrapper> byProgram() {
    Map<String, Wrapper> wrappers = new HashMap<>();
    wrappers.put("cmd", new CmdWrapper());
    wrappers.put("%comspec%", new CmdWrapper());
    wrappers.put("powershell", new PowerShellWrapper());
    wrappers.put("pwsh", new PowerShellWrapper());
    return Map.copyOf(wrappers);
  }

  static Map<Reading, Wrapper> byReading() {
    return Map.of(Reading.CMD, new CmdShell(), Reading.POWERSHELL, new PowerShellScript());
  }
}
