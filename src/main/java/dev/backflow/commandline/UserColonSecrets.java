package dev.backflow.commandline;

import java.util.Set;

/** curl's {@code -u user:password} and its like: what follows the first colon is the secret. */
final class UserColonSecrets implements SecretRule {
  private static final Set<String> OPTIONS =
      Set.of("-u", "--user", "-U", "--proxy-user", "--proxy-auth", "-Credential", "-credential");

  @Override
  public void find(SecretLine line, SecretFindings findings) {
    for (int i = 0; i < line.words().size(); i++) {
      String text = line.words().get(i).text();
      if (OPTIONS.contains(text) && line.has(i + 1)) {
        afterColon(line.words().get(i + 1), 0, text, findings);
      } else if (text.startsWith("--user=") || text.startsWith("--proxy-user=")) {
        afterColon(line.words().get(i), text.indexOf('='), "--user", findings);
      } else if (line.program().equals("curl") && text.startsWith("-u")) {
        afterColon(line.words().get(i), 2, "-u", findings);
      }
    }
  }

  private static void afterColon(Word word, int from, String bearer, SecretFindings findings) {
    int colon = word.text().indexOf(':', from);
    if (colon >= 0) {
      findings.add(word.value(), colon + 1, word.value().length(), bearer);
    }
  }
}
