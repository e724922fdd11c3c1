package dev.backflow.commandline;

import java.util.List;
import java.util.Set;

/** The name a line's program goes by: without folder and {@code .exe}, in lower case. */
final class ProgramName {
  /** Commands of cmd.exe itself (`help` of Windows 10 and `cmd /?`): no file of that name runs. */
  private static final Set<String> BUILTINS =
      Set.of(
          "assoc",
          "break",
          "call",
          "cd",
          "chdir",
          "cls",
          "color",
          "copy",
          "date",
          "del",
          "dir",
          "echo",
          "else",
          "endlocal",
          "erase",
          "exit",
          "for",
          "ftype",
          "goto",
          "if",
          "md",
          "mkdir",
          "mklink",
          "move",
          "path",
          "pause",
          "popd",
          "prompt",
          "pushd",
          "rd",
          "rem",
          "ren",
          "rename",
          "rmdir",
          "set",
          "setlocal",
          "shift",
          "start",
          "time",
          "title",
          "type",
          "ver",
          "verify",
          "vol");

  private static final List<String> SCRIPTS =
      List.of(
          ".bat", ".cmd", ".ps1", ".psm1", ".vbs", ".vbe", ".js", ".jse", ".wsf", ".hta", ".sh",
          ".py", ".pl", ".rb");

  private static final List<String> GLUED_CMD =
      List.of("cmd/", "cmd\"/", "cmd.exe/", "cmd.exe\"/", "%comspec%/");

  private static final List<String> EXECUTABLES = List.of(".exe", ".com");

  private ProgramName() {}

  /** Returns the name of a line's program. */
  static String of(Excerpt line, StepCount steps) {
    ExcerptCursor cursor = new ExcerptCursor(line, steps);
    cursor.skipBlanks();
    Word program = Words.program(cursor);
    return endOfGluedCmd(program.text()) >= 0 ? "cmd" : simple(program.text());
  }

  /**
   * Returns the index after the interpreter's name in a word in which the first switch runs into it
   * ({@code cmd/c}), or -1.
   */
  static int endOfGluedCmd(String word) {
    String lower = Ascii.lower(word);
    for (String name : GLUED_CMD) {
      int at = lower.indexOf(name);
      if (at == 0 || (at > 0 && "\\/\"".indexOf(lower.charAt(at - 1)) >= 0)) {
        return at + name.length() - 1;
      }
    }
    return -1;
  }

  /** Returns the last part of a path, without {@code .exe} or {@code .com}, in lower case. */
  static String simple(String path) {
    int cut = Math.max(path.lastIndexOf('\\'), path.lastIndexOf('/'));
    String name = Ascii.lower(path.substring(cut + 1).strip());
    return EXECUTABLES.stream().anyMatch(name::endsWith)
        ? name.substring(0, name.length() - 4)
        : name;
  }

  /**
   * Returns whether a program may have this simple name. An option, a login or a forward in its
   * place shows that the line was not what it was taken for.
   */
  static boolean isPossible(String simpleName) {
    return !simpleName.isEmpty()
        && simpleName.charAt(0) != '-'
        && simpleName.indexOf('@') < 0
        && simpleName.indexOf(':', 2) < 0;
  }

  static boolean isScript(String simpleName) {
    return SCRIPTS.stream().anyMatch(simpleName::endsWith);
  }

  /**
   * Returns the command of cmd.exe itself that a text begins with, or "". Such a command may run
   * into its argument ({@code echo.y}, {@code cd\}, {@code set/p}).
   */
  static String builtin(Excerpt text, StepCount steps) {
    ExcerptCursor cursor = new ExcerptCursor(text, steps);
    while (cursor.more() && (ExcerptCursor.isBlank(cursor.peek()) || cursor.peek() == '@')) {
      cursor.next();
    }
    int start = cursor.at();
    while (isLetter(cursor.peek()) && cursor.at() - start <= 8) {
      cursor.next();
    }
    String name = Ascii.lower(text.text().substring(start, cursor.at()));
    return BUILTINS.contains(name) && endsBuiltin(cursor) ? name : "";
  }

  private static boolean endsBuiltin(ExcerptCursor cursor) {
    char c = cursor.peek();
    if (c == '.') {
      String rest = cursor.rest().text();
      return EXECUTABLES.stream().noneMatch(e -> rest.regionMatches(true, 0, e, 0, e.length()))
          && SCRIPTS.stream().noneMatch(e -> rest.regionMatches(true, 0, e, 0, e.length()));
    }
    return c == ExcerptCursor.END
        || ExcerptCursor.isBlank(c)
        || "(/\\:,;=+[]\"<>|&".indexOf(c) >= 0;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
