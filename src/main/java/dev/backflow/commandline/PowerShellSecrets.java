package dev.backflow.commandline;

import java.util.Set;

/**
 * {@code ConvertTo-SecureString 'SECRET' -AsPlainText}, {@code NetworkCredential('u','SECRET')}.
 */
final class PowerShellSecrets implements SecretRule {
  private static final Set<String> SWITCHES = Set.of("-asplaintext", "-force", "-string");

  @Override
  public void find(SecretLine line, SecretFindings findings) {
    for (int i = 0; i < line.words().size(); i++) {
      String word = line.lower(i);
      if (word.equals("convertto-securestring")) {
        secureString(line, i + 1, findings);
      } else if (word.endsWith("networkcredential") && line.has(i + 2)) {
        findings.add(line.words().get(i + 2), "NetworkCredential");
      }
    }
  }

  private static void secureString(SecretLine line, int from, SecretFindings findings) {
    for (int i = from; i < line.words().size(); i++) {
      if (!SWITCHES.contains(line.lower(i))) {
        findings.add(line.words().get(i), "ConvertTo-SecureString");
        return;
      }
    }
  }
}
