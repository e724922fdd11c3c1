package dev.backflow.commandline;

/**
 * Secrets that stand after their name, whatever the program: {@code -pw X}, {@code --password=X},
 * {@code /password:X}, {@code password= X}, {@code TOKEN=X} and, inside a word, {@code
 * ...;Pwd=X;...}.
 */
final class NamedSecrets implements SecretRule {
  @Override
  public void find(SecretLine line, SecretFindings findings) {
    for (int i = 0; i < line.words().size(); i++) {
      Word word = line.words().get(i);
      String text = word.text();
      if (isMarked(text) && option(line, i, findings)) {
        continue;
      }
      settings(line, i, findings);
    }
  }

  private static boolean isMarked(String text) {
    return text.length() > 1 && (text.charAt(0) == '-' || text.charAt(0) == '/');
  }

  /** Returns whether the word is an option that bears a secret. */
  private static boolean option(SecretLine line, int index, SecretFindings findings) {
    Word word = line.words().get(index);
    String text = word.text();
    int colon = text.indexOf(':');
    if (colon > 0 && SecretNames.isSecret(text.substring(0, colon))) {
      findings.add(word.value(), colon + 1, text.length(), text.substring(0, colon));
      if (colon == text.length() - 1 && line.has(index + 1)) {
        findings.add(line.words().get(index + 1), text.substring(0, colon));
      }
      return true;
    }
    boolean next = line.has(index + 1) && takesNext(text, line.words().get(index + 1).text());
    if (next) {
      findings.add(line.words().get(index + 1), text);
    }
    return next;
  }

  /** PuTTY takes the word after {@code -pw} whatever it looks like; others take no option. */
  private static boolean takesNext(String option, String next) {
    if (Ascii.lower(option).equals("-pw")) {
      return true;
    }
    return option.indexOf('=') < 0
        && SecretNames.isSecret(option)
        && !(isMarked(next) && next.charAt(0) == option.charAt(0));
  }

  /** A setting at the start of a word takes all of it; one inside ends where the next begins. */
  private static void settings(SecretLine line, int index, SecretFindings findings) {
    Word word = line.words().get(index);
    String text = word.text();
    int from = 0;
    LooseValue values = null;
    for (int equals = text.indexOf('='); equals > 0; equals = text.indexOf('=', equals + 1)) {
      int start = startOfName(text, equals, from);
      String name = text.substring(start, equals);
      if (SecretNames.isSecret(name)) {
        values = values == null ? new LooseValue(text) : values;
        Range value = value(text, start, equals, values);
        if (!isQuotes(text, equals + 1)) {
          findings.add(word.value(), value.start(), value.end(), name);
        } else if (line.has(index + 1)) {
          findings.add(line.words().get(index + 1), name);
        }
        if (value.end() == text.length()) {
          return;
        }
      }
      from = equals + 1;
    }
  }

  /** {@code password= X}: nothing follows in this word, or only what closes a quoting. */
  private static boolean isQuotes(String text, int from) {
    return text.substring(from).chars().allMatch(c -> "\"'".indexOf(c) >= 0);
  }

  private static int startOfName(String text, int equals, int from) {
    int start = equals;
    while (start > from && "=;&?,\"' ".indexOf(text.charAt(start - 1)) < 0) {
      start--;
    }
    return start;
  }

  /** A value in quotes of its own, as PowerShell has it, ends with them. */
  private static Range value(String text, int start, int equals, LooseValue values) {
    int first = equals + 1;
    if (first < text.length() && "'\"".indexOf(text.charAt(first)) >= 0) {
      Range value = values.at(first);
      if (value.start() > first) {
        return value;
      }
    }
    char before = start == 0 ? text.charAt(0) : text.charAt(start - 1);
    int end =
        switch (before) {
          case ';', '&', ',' -> text.indexOf(before, equals);
          case '?' -> text.indexOf('&', equals);
          case '$' -> text.indexOf(';', equals);
          default -> -1;
        };
    return new Range(first, end < 0 ? text.length() : end);
  }
}
