package dev.backflow.commandline;

import java.util.Locale;

/**
 * {@code set "pwd=SECRET"} and {@code $pw='SECRET'}: the variable has the name of a secret, or is
 * given where one is wanted. Comes after all other rules.
 */
final class VariableSecrets implements SecretRule {
  @Override
  public void find(SecretLine line, SecretFindings findings) {
    if (line.program().equals("set")) {
      set(line, findings);
    } else if (!line.text().isEmpty() && line.text().at(0) == '$') {
      int equals = line.text().text().indexOf('=');
      if (equals > 0) {
        assigned(line, 0, equals, line.text().length(), findings);
      }
    }
  }

  /** The value reaches to the end of the command, or to its last quote when it begins with one. */
  private static void set(SecretLine line, SecretFindings findings) {
    String text = line.text().text();
    int start = text.toLowerCase(Locale.ROOT).indexOf("set") + 3;
    while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    boolean quoted = start < text.length() && text.charAt(start) == '"';
    int close = quoted ? text.lastIndexOf('"') : text.length();
    int from = quoted ? start + 1 : start;
    int equals = text.indexOf('=', from);
    if (equals > from) {
      int end = close > equals ? close : text.length();
      assigned(line, from, equals, end, findings);
    }
  }

  private static void assigned(
      SecretLine line, int from, int equals, int end, SecretFindings findings) {
    String name = line.text().text().substring(from, equals);
    String reference = Variables.named(name);
    String plain = reference.isEmpty() ? name.strip() : reference;
    if (SecretNames.isSecret(plain) || findings.isVariable(plain)) {
      findings.add(line.text(), equals + 1, end, name.strip());
    }
  }
}
