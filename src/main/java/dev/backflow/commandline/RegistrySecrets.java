package dev.backflow.commandline;

/** {@code reg add KEY /v DefaultPassword /d SECRET}. */
final class RegistrySecrets implements SecretRule {
  @Override
  public void find(SecretLine line, SecretFindings findings) {
    String name = "";
    for (int i = 0; i + 1 < line.words().size(); i++) {
      switch (line.lower(i)) {
        case "/v" -> name = line.words().get(i + 1).text();
        case "/d" -> {
          if (SecretNames.isSecret(name)) {
            findings.add(line.words().get(i + 1), name);
          }
        }
        default -> {}
      }
    }
  }
}
