package dev.backflow.commandline;

import java.util.ArrayList;
import java.util.List;

/** Reads a line with all rules: itself, what it wraps, and the lines inside its arguments. */
final class SecretRules {
  /** Lines within arguments within arguments beyond this are left to the net. */
  private static final int BOUND = 4;

  private final CommandUnwrapper unwrapper = new CommandUnwrapper();
  private final Wrapper posix = new PosixShell();
  private final SecretRule variables = new VariableSecrets();
  private final SecretRule net = new LooseSecrets();
  private final List<SecretRule> rules =
      List.of(
          new NamedSecrets(),
          new UrlSecrets(),
          new ProgramSecrets(),
          new UserColonSecrets(),
          new AccountSecrets(),
          new RegistrySecrets(),
          new PipedSecrets(),
          new PowerShellSecrets(),
          new EncodedSecrets());

  SecretFindings find(String text, Reading reading) {
    SecretFindings findings = new SecretFindings();
    Excerpt whole = Excerpt.of(text);
    findings.rank(-1);
    net.find(SecretLine.of(whole, null), findings);
    List<SecretLine> builtins = new ArrayList<>();
    int rank = 0;
    for (Layer layer : unwrapper.layers(whole, reading, new StepCount())) {
      if (layer.text().encoded()) {
        continue;
      }
      SecretLine line = SecretLine.of(layer.text(), layer.feeds());
      findings.rank(rank++);
      read(line, 0, findings);
      if (layer.reading() == Reading.BUILTIN) {
        builtins.add(line);
      }
    }
    builtins.forEach(line -> variables.find(line, findings));
    return findings;
  }

  private void read(SecretLine line, int depth, SecretFindings findings) {
    rules.forEach(rule -> rule.find(line, findings));
    if (depth == BOUND) {
      return;
    }
    for (Word word : line.words()) {
      if (word.text().indexOf(' ') >= 0 && word.value().length() < line.text().length()) {
        read(SecretLine.of(word.value(), null), depth + 1, findings);
        apostrophes(word.value(), findings);
      }
    }
  }

  /** Text inside an argument may follow a shell in which apostrophes quote. */
  private void apostrophes(Excerpt text, SecretFindings findings) {
    if (text.text().indexOf('\'') >= 0) {
      for (Opened command : posix.open(text, new StepCount())) {
        SecretLine line = SecretLine.of(command.text(), command.feeds());
        rules.forEach(rule -> rule.find(line, findings));
      }
    }
  }
}
