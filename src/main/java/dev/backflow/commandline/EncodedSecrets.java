package dev.backflow.commandline;

/** The value of PowerShell's {@code -EncodedCommand}, under whatever name PowerShell runs. */
final class EncodedSecrets implements SecretRule {
  /** Shorter values are other things with the same option letter. */
  private static final int SHORTEST = 12;

  @Override
  public void find(SecretLine line, SecretFindings findings) {
    for (int i = 0; i + 1 < line.words().size(); i++) {
      String option = PowerShellWrapper.option(line.words().get(i));
      Word value = line.words().get(i + 1);
      if (option.isEmpty() || !PowerShellWrapper.isEncoded(option)) {
        continue;
      }
      String script = value.text().length() < SHORTEST ? null : EncodedScript.decode(value.text());
      if (script != null && isText(script)) {
        findings.encoded(value, script);
      }
    }
  }

  private static boolean isText(String script) {
    long odd = script.chars().filter(EncodedSecrets::isOdd).count();
    return odd * 4 < script.length();
  }

  /** Control characters, and those beyond the scripts people write commands in. */
  private static boolean isOdd(int c) {
    return (c < ' ' && !Character.isWhitespace(c)) || c > 0x2fff;
  }
}
