package dev.backflow.commandline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Script written on the line of mshta, or of another script host: {@code
 * vbscript:CreateObject("WScript.Shell").Run("LINE",0)}. Only the strings given to a method that
 * starts programs are read, by the rules of VBScript or, in the same way, JScript.
 */
final class ScriptHostWrapper implements Wrapper {
  private static final Set<String> METHODS = Set.of("run", "exec", "shellexecute", "create");

  @Override
  public List<Opened> open(Excerpt line, StepCount steps) {
    ExcerptCursor cursor = new ExcerptCursor(line, steps);
    cursor.skipBlanks();
    Word program = Words.program(cursor);
    cursor.skipBlanks();
    Excerpt script = script(cursor, steps);
    return script.text().indexOf(':') < 0
        ? List.of()
        : calls(script, ProgramName.simple(program.text()), steps);
  }

  /** An argument in quotes is what the C run-time makes of it; any other is the line itself. */
  private static Excerpt script(ExcerptCursor cursor, StepCount steps) {
    Excerpt rest = cursor.rest();
    if (cursor.peek() != '"') {
      return rest;
    }
    return Words.arguments(rest, steps).get(0).value();
  }

  private static List<Opened> calls(Excerpt script, String host, StepCount steps) {
    List<Opened> opened = new ArrayList<>();
    ScriptStrings strings = new ScriptStrings(script, steps);
    ExcerptCursor cursor = strings.cursor();
    while (cursor.more()) {
      if (cursor.peek() == '"' || cursor.peek() == '\'') {
        strings.expression();
      } else if (cursor.peek() == '.' && METHODS.contains(strings.name())) {
        call(strings, host, opened);
      } else {
        cursor.next();
      }
    }
    return opened;
  }

  private static void call(ScriptStrings strings, String host, List<Opened> opened) {
    String method = strings.name();
    strings.skipName();
    List<Excerpt> values = strings.arguments();
    if (values.isEmpty() || values.get(0).isEmpty()) {
      return;
    }
    boolean apart = method.equals("shellexecute") && values.size() > 1;
    Excerpt run = apart ? ProgramLine.of(values.get(0), values.get(1)) : values.get(0);
    opened.add(new Opened(run, Reading.PROCESS, Wrapping.by(host.toLowerCase(Locale.ROOT))));
  }
}
