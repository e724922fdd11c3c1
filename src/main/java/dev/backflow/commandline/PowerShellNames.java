package dev.backflow.commandline;

import java.util.Set;

/** Tells PowerShell's own commands from programs. */
final class PowerShellNames {
  /** Keywords and aliases people chain with programs (Get-Alias of Windows PowerShell 5.1). */
  private static final Set<String> OWN =
      Set.of(
          "%",
          "?",
          "cat",
          "catch",
          "cd",
          "clear",
          "cls",
          "copy",
          "cp",
          "default",
          "del",
          "dir",
          "do",
          "echo",
          "else",
          "elseif",
          "exit",
          "finally",
          "for",
          "foreach",
          "function",
          "gc",
          "gci",
          "gm",
          "gps",
          "if",
          "kill",
          "ls",
          "man",
          "md",
          "mkdir",
          "move",
          "mv",
          "param",
          "popd",
          "ps",
          "pushd",
          "pwd",
          "return",
          "ri",
          "rm",
          "rmdir",
          "sal",
          "select",
          "set",
          "sl",
          "sleep",
          "sort",
          "switch",
          "tee",
          "throw",
          "trap",
          "try",
          "type",
          "where",
          "while",
          "write");

  /** Verbs of cmdlets (Get-Verb); a program may have a dash in its name too. */
  private static final Set<String> VERBS =
      Set.of(
          "add",
          "checkpoint",
          "clear",
          "compare",
          "complete",
          "connect",
          "convert",
          "convertfrom",
          "convertto",
          "copy",
          "debug",
          "disable",
          "disconnect",
          "enable",
          "enter",
          "exit",
          "expand",
          "export",
          "find",
          "foreach",
          "format",
          "get",
          "grant",
          "group",
          "hide",
          "import",
          "initialize",
          "install",
          "invoke",
          "join",
          "limit",
          "lock",
          "measure",
          "mount",
          "move",
          "new",
          "out",
          "ping",
          "pop",
          "push",
          "read",
          "receive",
          "register",
          "remove",
          "rename",
          "repair",
          "reset",
          "resolve",
          "restart",
          "restore",
          "resume",
          "save",
          "select",
          "send",
          "set",
          "show",
          "sort",
          "split",
          "start",
          "stop",
          "suspend",
          "tee",
          "test",
          "trace",
          "unblock",
          "uninstall",
          "unlock",
          "unregister",
          "update",
          "use",
          "wait",
          "where",
          "write");

  private PowerShellNames() {}

  /**
   * Returns whether a command name, in lower case, is PowerShell's own, so that no program runs.
   */
  static boolean isOwn(String name) {
    if (name.isEmpty() || isNumber(name)) {
      return true;
    }
    if (OWN.contains(name) || "$[-".indexOf(name.charAt(0)) >= 0) {
      return true;
    }
    int dash = name.indexOf('-');
    return dash > 0 && name.indexOf('.') < 0 && VERBS.contains(name.substring(0, dash));
  }

  private static boolean isNumber(String name) {
    return name.chars().allMatch(c -> Character.isDigit(c) || c == '.');
  }
}
