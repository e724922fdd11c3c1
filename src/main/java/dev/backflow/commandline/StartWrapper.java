package dev.backflow.commandline;

import java.util.List;
import java.util.Set;

/**
 * The {@code start} command of cmd.exe: {@code start ["title"] [/switch ...] program arguments}. A
 * first word in quotes is the title, never the program.
 */
final class StartWrapper implements Wrapper {
  private static final Set<String> SWITCHES_WITH_VALUE = Set.of("/d", "/node", "/affinity");

  @Override
  public List<Opened> open(Excerpt line, StepCount steps) {
    ExcerptCursor cursor = new ExcerptCursor(line, steps);
    while (cursor.more() && !startsHere(cursor)) {
      cursor.next();
    }
    cursor.skip("start".length());
    cursor.skipBlanks();
    if (cursor.peek() == '"') {
      skipToken(cursor);
      cursor.skipBlanks();
    }
    skipSwitches(cursor);
    Excerpt rest = cursor.rest();
    return rest.isEmpty()
        ? List.of()
        : List.of(new Opened(rest, Reading.PROCESS, Wrapping.by("start")));
  }

  private static boolean startsHere(ExcerptCursor cursor) {
    return cursor.text().text().regionMatches(true, cursor.at(), "start", 0, 5);
  }

  private static void skipSwitches(ExcerptCursor cursor) {
    while (cursor.peek() == '/') {
      int from = cursor.at();
      skipToken(cursor);
      String name = Ascii.lower(cursor.text().text().substring(from, cursor.at()));
      cursor.skipBlanks();
      if (SWITCHES_WITH_VALUE.contains(name)) {
        skipToken(cursor);
        cursor.skipBlanks();
      }
    }
  }

  private static void skipToken(ExcerptCursor cursor) {
    boolean quoted = false;
    boolean first = true;
    while (cursor.more() && (quoted || !ExcerptCursor.isBlank(cursor.peek()))) {
      if (!quoted && !first && cursor.peek() == '/') {
        return;
      }
      quoted ^= cursor.peek() == '"';
      first = false;
      cursor.next();
    }
  }
}
