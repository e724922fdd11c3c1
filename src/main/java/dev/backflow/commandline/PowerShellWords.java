package dev.backflow.commandline;

import dev.backflow.commandline.PowerShellArgument.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads the arguments of PowerShell commands: words, strings, lists, groups, method calls. */
final class PowerShellWords {
  private final ExcerptCursor cursor;
  private final PowerShellStrings strings;
  private final Consumer<List<PowerShellCommand>> nested;

  /**
   * Reads from a cursor.
   *
   * @param nested reads the commands between the parenthesis at the cursor and its partner
   */
  PowerShellWords(ExcerptCursor cursor, Consumer<List<PowerShellCommand>> nested) {
    this.cursor = cursor;
    this.strings = new PowerShellStrings(cursor);
    this.nested = nested;
  }

  /** A backtick before a line end continues the line. */
  void skipBlanks() {
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

  /**
   * Reads one argument, which may be a list: {@code 'a', 'b'}.
   *
   * @param into takes the commands of subexpressions
   * @param expression whether a plus sign adds strings here
   */
  PowerShellArgument argument(List<PowerShellCommand> into, boolean expression) {
    PowerShellArgument first = value(into, expression);
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
      if (cursor.more() && !PowerShellText.separates(cursor.peek()) && cursor.peek() != ',') {
        values.addAll(value(into, expression).values());
      }
      skipBlanks();
    }
    return new PowerShellArgument(first.kind(), first.word(), values);
  }

  private PowerShellArgument value(List<PowerShellCommand> into, boolean expression) {
    if (cursor.peek() == '(' || isGroup()) {
      List<Excerpt> values = group(into);
      return isMember()
          ? word(into, expression)
          : new PowerShellArgument(kindOf(values), "", values);
    }
    return word(into, expression);
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
    nested.accept(inside);
    if (!inside.isEmpty() && inside.stream().allMatch(PowerShellCommand::isLiteral)) {
      return inside.stream().flatMap(c -> c.first().values().stream()).toList();
    }
    into.addAll(inside);
    return List.of();
  }

  private PowerShellArgument word(List<PowerShellCommand> into, boolean expression) {
    Excerpt.Builder value = new Excerpt.Builder();
    int start = cursor.at();
    boolean bare = !strings.atString();
    boolean variable = cursor.peek() == '$';
    while (cursor.more()
        && !endsWord(cursor.peek())
        && !endsOperand(variable, !bare && expression)) {
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
  private boolean endsOperand(boolean variable, boolean operand) {
    return (variable && cursor.peek() == '=') || (operand && cursor.peek() == '+');
  }

  private String text(int start) {
    return cursor.text().text().substring(start, cursor.at());
  }

  private static boolean endsWord(char c) {
    return c == ' ' || c == '\t' || c == ',' || c == '{' || PowerShellText.separates(c);
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
