package dev.backflow.commandline;

import org.jspecify.annotations.Nullable;

/**
 * Text in base64: the value of PowerShell's {@code -EncodedCommand}, under whatever name PowerShell
 * runs, and what a script decodes itself.
 */
final class EncodedSecrets implements SecretRule {
  private static final String DECODER = "frombase64string(";

  /** Shorter values are other things with the same option letter. */
  private static final int SHORTEST = 12;

  @Override
  public void find(SecretLine line, SecretFindings findings) {
    for (int i = 0; i < line.words().size(); i++) {
      decodedByScript(line.words().get(i).value(), findings);
      String option = PowerShellWrapper.option(line.words().get(i));
      if (!option.isEmpty() && PowerShellWrapper.isEncoded(option) && line.has(i + 1)) {
        Excerpt value = line.words().get(i + 1).value();
        report(value, 0, value.length(), EncodedScript.decode(value.text()), findings);
      }
    }
  }

  /** {@code [Convert]::FromBase64String('...')}. */
  private static void decodedByScript(Excerpt word, SecretFindings findings) {
    String text = Ascii.lower(word.text());
    int name = text.indexOf(DECODER);
    while (name >= 0) {
      int start = name + DECODER.length();
      while (start < text.length() && "'\" ".indexOf(text.charAt(start)) >= 0) {
        start++;
      }
      int end = start;
      while (end < text.length() && isBase64(text.charAt(end))) {
        end++;
      }
      String value = word.text().substring(start, end);
      report(word, start, end, EncodedScript.decodeAny(value), findings);
      name = text.indexOf(DECODER, end);
    }
  }

  private static boolean isBase64(char c) {
    return EncodedScript.isDigit(c) || c == '=';
  }

  private static void report(
      Excerpt text, int start, int end, @Nullable String script, SecretFindings findings) {
    if (script != null && end - start >= SHORTEST && isText(script)) {
      findings.encoded(text, start, end, script);
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
