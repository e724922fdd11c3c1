package dev.backflow.commandline;

import dev.backflow.commandline.PowerShellArgument.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Works out the string operators people hide words with: {@code +}, {@code -f}, {@code -join}. */
final class PowerShellExpressions {
  /** Nothing longer is put together: a format can name one value many times. */
  private static final int LONGEST = 64 * 1024;

  private PowerShellExpressions() {}

  /** Returns the elements of an expression with the operators at its start applied. */
  static List<PowerShellArgument> fold(List<PowerShellArgument> elements) {
    PowerShellArgument value = unary(elements.get(0));
    int next = 1;
    while (value.isString() && next + 1 < elements.size() && isValue(elements.get(next + 1))) {
      PowerShellArgument right = elements.get(next + 1);
      if (elements.get(next).is("+")) {
        value = plus(value, right);
      } else if (elements.get(next).is("-f")) {
        value = string(format(value.joined(), right.values()));
      } else if (elements.get(next).is("-join")) {
        value = string(join(value.values(), right.joined()));
      } else {
        break;
      }
      next += 2;
    }
    List<PowerShellArgument> folded = new ArrayList<>(List.of(value));
    folded.addAll(elements.subList(next, elements.size()));
    return folded;
  }

  /** A string, a list of them, or a number. */
  private static boolean isValue(PowerShellArgument element) {
    String word = element.word();
    return element.isString() || (!word.isEmpty() && word.chars().allMatch(Character::isDigit));
  }

  /** {@code -join ('s','sh')}. */
  private static PowerShellArgument unary(PowerShellArgument first) {
    boolean joins =
        first.kind() == Kind.CALL && first.word().toLowerCase(Locale.ROOT).equals("-join");
    return joins ? string(join(first.values(), Excerpt.of(""))) : first;
  }

  private static PowerShellArgument plus(PowerShellArgument left, PowerShellArgument right) {
    if (left.values().size() == 1) {
      Excerpt.Builder both = new Excerpt.Builder().add(left.joined());
      return string(both.add(right.joined()).build());
    }
    List<Excerpt> all = new ArrayList<>(left.values());
    all.addAll(right.values());
    return new PowerShellArgument(Kind.STRING, "", all);
  }

  private static Excerpt join(List<Excerpt> values, Excerpt separator) {
    Excerpt.Builder joined = new Excerpt.Builder();
    for (int i = 0; i < values.size() && joined.length() < LONGEST; i++) {
      if (i > 0) {
        joined.add(separator);
      }
      joined.add(values.get(i));
    }
    return joined.build();
  }

  /** Puts values in the place of <code>{0}</code>, <code>{1}</code> ... */
  private static Excerpt format(Excerpt pattern, List<Excerpt> values) {
    Excerpt.Builder out = new Excerpt.Builder();
    int at = 0;
    while (at < pattern.length() && out.length() < LONGEST) {
      int close = pattern.at(at) == '{' ? pattern.text().indexOf('}', at) : -1;
      int index = close < 0 ? -1 : index(pattern.text().substring(at + 1, Math.min(close, at + 4)));
      if (index >= 0 && index < values.size()) {
        out.add(values.get(index));
        at = close + 1;
      } else {
        out.add(pattern, at);
        at++;
      }
    }
    return out.build();
  }

  private static int index(String digits) {
    boolean number = !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    return number ? Integer.parseInt(digits) : -1;
  }

  private static PowerShellArgument string(Excerpt value) {
    return new PowerShellArgument(Kind.STRING, "", List.of(value));
  }
}
