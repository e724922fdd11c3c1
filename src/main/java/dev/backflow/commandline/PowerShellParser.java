package dev.backflow.commandline;

import dev.backflow.commandline.PowerShellArgument.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes a PowerShell script apart into its commands, in one pass, those in script blocks and
 * subexpressions included. Variables stay as text; nothing is evaluated but strings and lists of
 * them.
 */
final class PowerShellParser {
  /** Deeper parentheses separate commands but are not followed. */
  private static final int BOUND = 40;

  private final ExcerptCursor cursor;
  private final PowerShellWords words;
  private final List<PowerShellCommand> commands = new ArrayList<>();
  private int depth;

  /** A command while it is read. */
  private static final class Draft {
    final List<PowerShellArgument> arguments = new ArrayList<>();
    boolean called;
    String variable = "";

    boolean isExpression() {
      return !called && !arguments.isEmpty() && arguments.get(0).isString();
    }
  }

  private PowerShellParser(Excerpt script, StepCount steps) {
    cursor = new ExcerptCursor(script, steps);
    words = new PowerShellWords(cursor, this::nested);
  }

  static List<PowerShellCommand> commands(Excerpt script, StepCount steps) {
    PowerShellParser parser = new PowerShellParser(script, steps);
    while (parser.cursor.more()) {
      parser.block(parser.commands);
      parser.cursor.next();
    }
    return parser.commands;
  }

  /** Reads commands up to a closing parenthesis or brace, which it leaves to the caller. */
  private void block(List<PowerShellCommand> into) {
    PowerShellCommand source = null;
    while (cursor.more() && !PowerShellText.closes(cursor.peek())) {
      Draft draft = command(into);
      PowerShellCommand last = null;
      if (!draft.arguments.isEmpty()) {
        List<PowerShellArgument> arguments =
            draft.called ? draft.arguments : PowerShellExpressions.fold(draft.arguments);
        last = new PowerShellCommand(arguments, draft.variable, draft.called, source);
        into.add(last);
      }
      source = separator() ? last : null;
    }
  }

  /** Steps over one separator; returns whether the next command reads this one's output. */
  private boolean separator() {
    char c = cursor.peek();
    if (!cursor.more() || PowerShellText.closes(c)) {
      return false;
    }
    boolean doubled = cursor.peek(1) == c;
    cursor.skip(doubled && c != ';' ? 2 : 1);
    return c == '|' && !doubled;
  }

  private Draft command(List<PowerShellCommand> into) {
    Draft draft = new Draft();
    while (true) {
      words.skipBlanks();
      char c = cursor.peek();
      if (!cursor.more()
          || (PowerShellText.separates(c) && !(c == '&' && isCall(draft.arguments)))) {
        return draft;
      }
      if (c == '&' || isDotSource(draft.arguments)) {
        draft.called = true;
        cursor.next();
      } else if (isAssignment(draft.arguments)) {
        cursor.skip(c == '=' ? 1 : 2);
        draft.variable = draft.arguments.remove(0).word();
      } else {
        element(draft, into);
      }
    }
  }

  private void element(Draft draft, List<PowerShellCommand> into) {
    List<PowerShellArgument> arguments = draft.arguments;
    char c = cursor.peek();
    if (c == '#' || (c == '<' && cursor.peek(1) == '#')) {
      comment();
    } else if (isRedirection()) {
      redirection();
    } else if (c == ',') {
      cursor.next();
    } else if (c == '{') {
      arguments.add(scriptBlock(into));
    } else if (isStopParsing()) {
      cursor.skip(3);
      arguments.addAll(verbatim());
    } else if (c == '+' && draft.isExpression()) {
      cursor.next();
      arguments.add(new PowerShellArgument(Kind.BARE, "+", List.of()));
    } else {
      boolean expression = !draft.called && (arguments.isEmpty() || draft.isExpression());
      arguments.add(words.argument(into, expression));
    }
  }

  private boolean isCall(List<PowerShellArgument> arguments) {
    return arguments.isEmpty() && cursor.peek(1) != '&';
  }

  private boolean isDotSource(List<PowerShellArgument> arguments) {
    return arguments.isEmpty() && cursor.peek() == '.' && ExcerptCursor.isBlank(cursor.peek(1));
  }

  /** {@code $x = command} runs the command. */
  private boolean isAssignment(List<PowerShellArgument> arguments) {
    return arguments.size() == 1
        && arguments.get(0).word().startsWith("$")
        && (cursor.peek() == '=' || (cursor.peek() == '+' && cursor.peek(1) == '='));
  }

  private void comment() {
    boolean block = cursor.peek() == '<';
    while (cursor.more()) {
      if (block ? cursor.peek() == '#' && cursor.peek(1) == '>' : cursor.peek() == '\n') {
        cursor.skip(block ? 2 : 0);
        return;
      }
      cursor.next();
    }
  }

  private boolean isRedirection() {
    char c = cursor.peek();
    return c == '>' || c == '<' || ((Character.isDigit(c) || c == '*') && cursor.peek(1) == '>');
  }

  private void redirection() {
    while (cursor.more() && "0123456789*<>&".indexOf(cursor.peek()) >= 0) {
      boolean merges = cursor.peek() == '&';
      cursor.next();
      if (merges) {
        cursor.next();
        return;
      }
    }
    words.skipBlanks();
    if (cursor.more() && !PowerShellText.separates(cursor.peek())) {
      words.argument(new ArrayList<>(), false);
    }
  }

  /** After {@code --%} the rest of the line goes to the program as it stands. */
  private boolean isStopParsing() {
    return cursor.peek() == '-'
        && cursor.peek(1) == '-'
        && cursor.peek(2) == '%'
        && (cursor.peek(3) == ' ' || cursor.peek(3) == ExcerptCursor.END);
  }

  private List<PowerShellArgument> verbatim() {
    int start = cursor.at();
    while (cursor.more() && "|\r\n".indexOf(cursor.peek()) < 0) {
      cursor.next();
    }
    Excerpt rest = cursor.text().sub(start, cursor.at()).strip();
    return rest.isEmpty()
        ? List.of()
        : List.of(new PowerShellArgument(Kind.OPAQUE, "--%", List.of(rest)));
  }

  private PowerShellArgument scriptBlock(List<PowerShellCommand> into) {
    nested(into);
    return new PowerShellArgument(Kind.OPAQUE, "", List.of());
  }

  /** Reads what stands between the parenthesis or brace here and its partner. */
  private void nested(List<PowerShellCommand> into) {
    cursor.next();
    if (depth == BOUND) {
      return;
    }
    depth++;
    block(into);
    depth--;
    cursor.next();
  }
}
