package dev.backflow.commandline;

import dev.backflow.commandline.PowerShellArgument.Kind;
import java.util.ArrayList;
import java.util.List;

/** Works out the string operators people hide words with: {@code +}, {@code -f}, {@code -join}. */
final class PowerShellExpressions {
  /** Nothing longer is put together: a format can name one value many times. */
  private static final int LONGEST = 64 * 1024;

  private PowerShellExpressions() {}

  /** Returns the elements of an expression with the operators at its start applied. */
  static List<PowerShellArgument> fold(List<PowerShellArgument> elements) {
    boolean joins = elements.get(0).is("-join") && hasOperand(elements, 0);
    PowerShellArgument value =
        joins ? string(join(elements.get(1).values(), Excerpt.of(""))) : unary(elements.get(0));
    int next = joins ? 2 : 1;
    while (value.isString() && hasOperand(elements, next)) {
      PowerShellArgument right = elements.get(next + 1);
      int end = next + 2;
      if (elements.get(next).is("+")) {
        end = endOfSum(elements, next);
        value = sum(value, elements.subList(next, end));
      } else if (elements.get(next).is("-f")) {
        value = string(format(value.joined(), right.values()));
      } else if (elements.get(next).is("-join")) {
        value = string(join(value.values(), right.joined()));
      } else {
        break;
      }
      next = end;
    }
    List<PowerShellArgument> folded = new ArrayList<>(List.of(value));
    folded.addAll(elements.subList(next, elements.size()));
    return folded;
  }

  private static boolean hasOperand(List<PowerShellArgument> elements, int operator) {
    return operator + 1 < elements.size() && isValue(elements.get(operator + 1));
  }

  private static int endOfSum(List<PowerShellArgument> elements, int from) {
    int end = from;
    while (hasOperand(elements, end) && elements.get(end).is("+")) {
      end += 2;
    }
    return end;
  }

  /** To a string the others are added at its end, to a list as further elements. */
  private static PowerShellArgument sum(
      PowerShellArgument first, List<PowerShellArgument> signsAndOthers) {
    List<Excerpt> all = new ArrayList<>(first.values());
    for (int i = 1; i < signsAndOthers.size(); i += 2) {
      all.addAll(signsAndOthers.get(i).values());
    }
    return first.values().size() == 1
        ? string(join(all, Excerpt.of("")))
        : new PowerShellArgument(Kind.STRING, "", all);
  }

  /** A string, a list of them, or a number. */
  private static boolean isValue(PowerShellArgument element) {
    String word = element.word();
    return element.isString() || (!word.isEmpty() && word.chars().allMatch(Character::isDigit));
  }

  /**
   * {@code -join ('s','sh')}, {@code [Convert]::FromBase64String('...')}, and {@code GetString} of
   * what that gives.
   */
  private static PowerShellArgument unary(PowerShellArgument first) {
    if (first.kind() != Kind.CALL || first.values().isEmpty()) {
      return first;
    }
    String name = Ascii.lower(first.word());
    if (name.equals("-join")) {
      return string(join(first.values(), Excerpt.of("")));
    }
    if (name.endsWith("::frombase64string")) {
      Excerpt value = first.values().get(0);
      String decoded = EncodedScript.decodeAny(value.text());
      return decoded == null ? first : string(Excerpt.decoded(decoded, value));
    }
    return name.endsWith(".getstring") ? string(first.values().get(0)) : first;
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
