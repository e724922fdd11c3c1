package dev.backflow.commandline;

/** Takes {@code call}, {@code if ...}, {@code else}, {@code for ... do} off a command. */
final class CmdPrefixes {
  /** Prefixes on prefixes beyond this are left alone. */
  private static final int BOUND = 4;

  private CmdPrefixes() {}

  static CmdCommand strip(CmdCommand command, StepCount steps) {
    Excerpt text = command.text();
    for (int i = 0; i < BOUND; i++) {
      Excerpt rest = once(text, steps);
      if (rest.length() == text.length()) {
        break;
      }
      text = rest;
    }
    return command.withText(text);
  }

  private static Excerpt once(Excerpt text, StepCount steps) {
    return switch (ProgramName.builtin(text, steps)) {
      case "call" -> text.from(4).strip();
      case "else" -> text.from(4).strip();
      case "for" -> afterDo(text, steps);
      case "if" -> afterCondition(text, steps);
      default -> text;
    };
  }

  private static Excerpt afterDo(Excerpt text, StepCount steps) {
    steps.count += text.length();
    String lower = Ascii.lower(text.text());
    int close = lower.indexOf(')');
    int at = close < 0 ? -1 : lower.indexOf("do", close);
    return at < 0 ? text : text.from(at + 2).strip();
  }

  /** The condition is {@code exist F}, {@code defined V}, {@code errorlevel N}, a==b or a OP b. */
  private static Excerpt afterCondition(Excerpt text, StepCount steps) {
    ExcerptCursor cursor = new ExcerptCursor(text, 2, steps);
    String word = word(cursor);
    while (word.equals("not") || word.equals("/i")) {
      word = word(cursor);
    }
    switch (word) {
      case "exist", "defined", "errorlevel", "cmdextversion" -> word(cursor);
      default -> comparison(cursor, word);
    }
    cursor.skipBlanks();
    return cursor.more() ? cursor.rest() : text;
  }

  private static void comparison(ExcerptCursor cursor, String first) {
    if (first.contains("==") && !first.endsWith("==")) {
      return;
    }
    if (!first.endsWith("==")) {
      String operator = word(cursor);
      if (operator.startsWith("==") && operator.length() > 2) {
        return;
      }
    }
    word(cursor);
  }

  private static String word(ExcerptCursor cursor) {
    cursor.skipBlanks();
    int start = cursor.at();
    boolean quoted = false;
    while (cursor.more() && (quoted || !ExcerptCursor.isBlank(cursor.peek()))) {
      quoted ^= cursor.peek() == '"';
      cursor.next();
    }
    return Ascii.lower(cursor.text().text().substring(start, cursor.at()));
  }
}
