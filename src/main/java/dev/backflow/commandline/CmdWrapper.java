package dev.backflow.commandline;

import java.util.List;

/**
 * {@code cmd /c TEXT}, {@code /k}, {@code /r}, with other switches before it, apart or glued. The
 * outer quotes of the text go by the rule {@code cmd /?} prints.
 */
final class CmdWrapper implements Wrapper {
  private static final String SPECIAL = "&<>()@^|";

  @Override
  public List<Opened> open(Excerpt line, StepCount steps) {
    ExcerptCursor cursor = new ExcerptCursor(line, endOfProgram(line, steps), steps);
    boolean stripAlways = false;
    while (cursor.more()) {
      if (cursor.peek() == '/') {
        char letter = Character.toLowerCase(cursor.peek(1));
        cursor.skip(2);
        if (letter == 'c' || letter == 'k' || letter == 'r') {
          return command(cursor.rest().strip(), stripAlways);
        }
        stripAlways |= letter == 's';
        skipTo(cursor, '/');
      } else {
        skipTo(cursor, ' ');
      }
      cursor.skipBlanks();
    }
    return List.of();
  }

  /** A switch may follow another at once; a slash inside any other word is part of a path. */
  private static void skipTo(ExcerptCursor cursor, char end) {
    while (cursor.more() && cursor.peek() != end && !ExcerptCursor.isBlank(cursor.peek())) {
      cursor.next();
    }
  }

  private static int endOfProgram(Excerpt line, StepCount steps) {
    ExcerptCursor cursor = new ExcerptCursor(line, steps);
    cursor.skipBlanks();
    Word program = Words.program(cursor);
    int glued = ProgramName.endOfGluedCmd(line.text().substring(program.start(), program.end()));
    return glued < 0 ? program.end() : program.start() + glued;
  }

  private static List<Opened> command(Excerpt text, boolean stripAlways) {
    Excerpt command =
        text.length() > 1 && text.at(0) == '"' && (stripAlways || !keepsQuotes(text))
            ? withoutOuterQuotes(text)
            : text;
    return command.isEmpty()
        ? List.of()
        : List.of(new Opened(command, Reading.CMD, Wrapping.by("cmd")));
  }

  /** The first quote goes, and the last one on the line, wherever that is. */
  private static Excerpt withoutOuterQuotes(Excerpt text) {
    int last = text.text().lastIndexOf('"');
    if (last == 0) {
      return text.from(1);
    }
    return new Excerpt.Builder().add(text.sub(1, last)).add(text.from(last + 1)).build().strip();
  }

  /**
   * Quotes stay when there are exactly two, nothing special between them, at least one blank, and
   * what they hold names an executable file. Whether the file exists cannot be seen here: a path
   * with a file type stands for it.
   */
  private static boolean keepsQuotes(Excerpt text) {
    String all = text.text();
    int close = all.indexOf('"', 1);
    if (close < 0 || all.indexOf('"', close + 1) >= 0) {
      return false;
    }
    String quoted = all.substring(1, close);
    boolean special = quoted.chars().anyMatch(c -> SPECIAL.indexOf(c) >= 0);
    return !special && quoted.indexOf(' ') >= 0 && isPath(Ascii.lower(quoted));
  }

  private static boolean isPath(String quoted) {
    boolean rooted =
        quoted.startsWith("\\") || quoted.startsWith("%") || quoted.startsWith(":\\", 1);
    boolean executable =
        quoted.endsWith(".exe")
            || quoted.endsWith(".com")
            || quoted.endsWith(".bat")
            || quoted.endsWith(".cmd");
    return rooted && executable && quoted.indexOf(".exe ") < 0;
  }
}
