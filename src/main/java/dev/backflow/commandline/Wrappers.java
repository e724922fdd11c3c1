package dev.backflow.commandline;

import java.util.HashMap;
import java.util.Map;

/** The wrappers Backflow knows, by the program that wraps. */
final class Wrappers {
  private Wrappers() {}

  static Map<String, Wrapper> byProgram() {
    Map<String, Wrapper> wrappers = new HashMap<>();
    shells(wrappers);
    registrations(wrappers);
    launchers(wrappers);
    return Map.copyOf(wrappers);
  }

  private static void shells(Map<String, Wrapper> wrappers) {
    names(wrappers, new CmdWrapper(), "cmd", "%comspec%");
    names(wrappers, new PowerShellWrapper(), "powershell", "pwsh");
    names(wrappers, new PosixWrapper(), "bash", "sh", "dash", "zsh");
    names(wrappers, new WslWrapper(), "wsl");
    names(wrappers, new ScriptHostWrapper(), "mshta", "wscript", "cscript");
    names(wrappers, new Rundll32Wrapper(), "rundll32");
  }

  private static void registrations(Map<String, Wrapper> wrappers) {
    names(wrappers, new SchtasksWrapper(), "schtasks");
    names(wrappers, new ScWrapper(), "sc");
    names(wrappers, new NssmWrapper(), "nssm", "nssm32", "nssm64");
    names(wrappers, new RegWrapper(), "reg");
  }

  private static void launchers(Map<String, Wrapper> wrappers) {
    names(wrappers, new WmicWrapper(), "wmic");
    names(wrappers, new ForfilesWrapper(), "forfiles");
    names(wrappers, new PcaluaWrapper(), "pcalua");
    names(wrappers, new RunasWrapper(), "runas");
    wrappers.putAll(Launchers.byProgram());
  }

  private static void names(Map<String, Wrapper> wrappers, Wrapper wrapper, String... names) {
    for (String name : names) {
      wrappers.put(name, wrapper);
    }
  }

  static Map<Reading, Wrapper> byReading() {
    return Map.of(
        Reading.CMD, new CmdShell(),
        Reading.POWERSHELL, new PowerShellScript(),
        Reading.POSIX, new PosixShell());
  }
}
