package dev.backflow.commandline;

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
        String name = line.text().text().substring(0, equals);
        assigned(line, name, new Range(equals + 1, line.text().length()), findings);
      }
    }
  }

  private static void set(SecretLine line, SecretFindings findings) {
    SetCommand set = SetCommand.of(line.text());
    if (set != null) {
      assigned(line, set.name(), set.value(), findings);
    }
  }

  private static void assigned(SecretLine line, String name, Range value, SecretFindings findings) {
    String reference = Variables.named(name);
    String plain = reference.isEmpty() ? name.strip() : reference;
    if (SecretNames.isSecret(plain) || findings.isVariable(plain)) {
      findings.add(line.text(), value.start(), value.end(), name.strip());
    }
  }
}
