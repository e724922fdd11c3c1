package dev.backflow.commandline;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Script written on the line of mshta, or of another script host: {@code
 * vbscript:CreateObject("WScript.Shell").Run("LINE",0)}. Only the strings given to a method that
 * starts programs are read, by the rules of VBScript or, in the same way, JScript.
 */
final class ScriptHostWrapper implements Wrapper {
  private static final Set<String> METHODS = Set.of("run", "exec", "shellexecute", "create");

  /** Script in strings of script, as {@code Execute("...")} has it. */
  private static final int BOUND = 2;

  @Override
  public List<Opened> open(Excerpt line, StepCount steps) {
    ExcerptCursor cursor = new ExcerptCursor(line, steps);
    cursor.skipBlanks();
    Word program = Words.program(cursor);
    cursor.skipBlanks();
    Excerpt script = script(cursor, steps);
    if (script.text().indexOf(':') < 0) {
      return List.of();
    }
    List<Opened> opened = new ArrayList<>();
    calls(script, ProgramName.simple(program.text()), 0, steps, opened);
    return opened;
  }

  /** An argument in quotes is what the C run-time makes of it; any other is the line itself. */
  private static Excerpt script(ExcerptCursor cursor, StepCount steps) {
    Excerpt rest = cursor.rest();
    boolean quoted = cursor.peek() == '"';
    Excerpt script = quoted ? Words.arguments(rest, steps).get(0).value() : rest;
    return script.text().indexOf("%20") < 0 ? script : unescaped(script, steps);
  }

  /** A script given as a URL may be percent-encoded; {@code %20} shows that it is. */
  private static Excerpt unescaped(Excerpt script, StepCount steps) {
    Excerpt.Builder text = new Excerpt.Builder();
    ExcerptCursor cursor = new ExcerptCursor(script, steps);
    while (cursor.more()) {
      int high = Character.digit(cursor.peek(1), 16);
      int low = Character.digit(cursor.peek(2), 16);
      boolean escape = cursor.peek() == '%' && high >= 0 && low >= 0;
      if (escape) {
        text.add((char) (high * 16 + low), script, cursor.at(), cursor.at() + 3);
      } else {
        text.add(script, cursor.at());
      }
      cursor.skip(escape ? 3 : 1);
    }
    return text.build();
  }

  private static void calls(
      Excerpt script, String host, int depth, StepCount steps, List<Opened> opened) {
    ScriptStrings strings = new ScriptStrings(script, steps);
    ExcerptCursor cursor = strings.cursor();
    while (cursor.more()) {
      if (cursor.peek() == '"' || cursor.peek() == '\'') {
        Excerpt text = strings.expression();
        if (depth < BOUND) {
          calls(text, host, depth + 1, steps, opened);
        }
      } else if (cursor.peek() == '.' && METHODS.contains(strings.name())) {
        call(strings, host, opened);
      } else {
        cursor.next();
      }
    }
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
    opened.add(new Opened(run, Reading.PROCESS, Wrapping.by(Ascii.lower(host))));
  }
}
