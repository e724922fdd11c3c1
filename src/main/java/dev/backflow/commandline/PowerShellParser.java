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
  private final PowerShellStrings strings;
  private final List<PowerShellCommand> commands = new ArrayList<>();
  private int depth;
  private boolean inExpression;

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
    strings = new PowerShellStrings(cursor);
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
    while (cursor.more() && !closes(cursor.peek())) {
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

  private static boolean closes(char c) {
    return c == ')' || c == '}';
  }

  private static boolean separates(char c) {
    return c == ';' || c == '\n' || c == '\r' || c == '|' || c == '&' || closes(c);
  }

  /** StepCount over one separator; returns whether the next command reads this one's output. */
  private boolean separator() {
    char c = cursor.peek();
    if (!cursor.more() || closes(c)) {
      return false;
    }
    boolean doubled = cursor.peek(1) == c;
    cursor.skip(doubled && c != ';' ? 2 : 1);
    return c == '|' && !doubled;
  }

  private Draft command(List<PowerShellCommand> into) {
    Draft draft = new Draft();
    while (true) {
      skipBlanks();
      char c = cursor.peek();
      if (!cursor.more() || (separates(c) && !(c == '&' && isCall(draft.arguments)))) {
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
      inExpression = !draft.called && (arguments.isEmpty() || draft.isExpression());
      arguments.add(argument(into));
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

  /** A backtick before a line end continues the line. */
  private void skipBlanks() {
    while (true) {
      char c = cursor.peek();
      if (c == ' ' || c == '\t') {
        cursor.next();
      } else if (c == '`' && (cursor.peek(1) == '\n' || cursor.peek(1) == '\r')) {
        cursor.skip(cursor.peek(1) == '\r' && cursor.peek(2) == '\n' ? 3 : 2);
      } else {
        return;
      }
    }
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
    skipBlanks();
    if (cursor.more() && !separates(cursor.peek())) {
      argument(new ArrayList<>());
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
    boolean outer = inExpression;
    depth++;
    block(into);
    depth--;
    inExpression = outer;
    cursor.next();
  }

  /** An argument may be a list: {@code 'a', 'b'}. */
  private PowerShellArgument argument(List<PowerShellCommand> into) {
    PowerShellArgument first = value(into);
    skipBlanks();
    if (cursor.peek() != ',') {
      return first;
    }
    List<Excerpt> values = new ArrayList<>(first.values());
    while (cursor.peek() == ',') {
      cursor.next();
      while (cursor.more() && ExcerptCursor.isBlank(cursor.peek())) {
        cursor.next();
      }
      if (cursor.more() && !separates(cursor.peek()) && cursor.peek() != ',') {
        values.addAll(value(into).values());
      }
      skipBlanks();
    }
    return new PowerShellArgument(first.kind(), first.word(), values);
  }

  private PowerShellArgument value(List<PowerShellCommand> into) {
    if (cursor.peek() == '(' || isGroup()) {
      List<Excerpt> values = group(into);
      return isMember() ? word(into) : new PowerShellArgument(kindOf(values), "", values);
    }
    return word(into);
  }

  private static Kind kindOf(List<Excerpt> values) {
    return values.isEmpty() ? Kind.OPAQUE : Kind.STRING;
  }

  private boolean isGroup() {
    char next = cursor.peek(1);
    return switch (cursor.peek()) {
      case '$' -> next == '(';
      case '@' -> next == '(' || next == '{';
      default -> false;
    };
  }

  /** {@code (New-Object -ComObject WScript.Shell).Run(...)}. */
  private boolean isMember() {
    return cursor.peek() == '.' || (cursor.peek() == ':' && cursor.peek(1) == ':');
  }

  /** A group of nothing but strings is a list; any other has its commands taken out. */
  private List<Excerpt> group(List<PowerShellCommand> into) {
    if (cursor.peek() != '(') {
      cursor.next();
    }
    List<PowerShellCommand> inside = new ArrayList<>();
    nested(inside);
    if (!inside.isEmpty() && inside.stream().allMatch(PowerShellCommand::isLiteral)) {
      return inside.stream().flatMap(c -> c.first().values().stream()).toList();
    }
    into.addAll(inside);
    return List.of();
  }

  private PowerShellArgument word(List<PowerShellCommand> into) {
    Excerpt.Builder value = new Excerpt.Builder();
    int start = cursor.at();
    boolean bare = !strings.atString();
    boolean variable = cursor.peek() == '$';
    while (cursor.more() && !endsWord(cursor.peek()) && !endsOperand(bare, variable)) {
      if (cursor.peek() == '(' || (cursor.peek() == '$' && cursor.peek(1) == '(')) {
        return call(text(start), value.build(), into);
      }
      if (strings.atString()) {
        strings.read(value);
      } else if (cursor.peek() == '`') {
        strings.escape(value);
      } else {
        value.add(cursor.text(), cursor.at());
        cursor.next();
      }
    }
    if (cursor.at() == start) {
      cursor.next();
    }
    return new PowerShellArgument(
        bare ? Kind.BARE : Kind.STRING, bare ? text(start) : "", List.of(value.build()));
  }

  /** A variable ends where it is assigned to, a string in an expression where another is added. */
  private boolean endsOperand(boolean bare, boolean variable) {
    return (variable && cursor.peek() == '=') || (!bare && inExpression && cursor.peek() == '+');
  }

  private String text(int start) {
    return cursor.text().text().substring(start, cursor.at());
  }

  private static boolean endsWord(char c) {
    return c == ' ' || c == '\t' || c == ',' || c == '{' || separates(c);
  }

  /** {@code [Diagnostics.Process]::Start('a', 'b')}; or a variable run into an expression. */
  private PowerShellArgument call(String name, Excerpt word, List<PowerShellCommand> into) {
    boolean method = cursor.peek() == '(' && !name.isEmpty();
    List<Excerpt> values = group(into);
    if (method) {
      return new PowerShellArgument(Kind.CALL, name, values);
    }
    return new PowerShellArgument(Kind.OPAQUE, name, word.isEmpty() ? List.of() : List.of(word));
  }
}
