package dev.backflow.commandline;

import java.util.List;
import java.util.Set;

/** Names of options, settings and variables whose value is a secret. */
final class SecretNames {
  private static final Set<String> EXACT =
      Set.of("pw", "pwd", "pass", "password", "sshpass", "apikey");

  private static final List<String> ENDINGS =
      List.of(
          "password",
          "passwd",
          "passphrase",
          "secret",
          "token",
          "apikey",
          "accesskey",
          "secretkey",
          "accountkey",
          "_pwd",
          "_pass",
          "_pw");

  private SecretNames() {}

  /** Returns whether the name, with or without leading dashes or a slash, is that of a secret. */
  static boolean isSecret(String name) {
    String lower = Ascii.lower(name);
    int start = 0;
    while (start < lower.length() && "-/$".indexOf(lower.charAt(start)) >= 0) {
      start++;
    }
    String plain = lower.substring(start).replace("-", "_");
    if (plain.startsWith("no_") || plain.startsWith("env:")) {
      return plain.startsWith("env:") && isSecret(plain.substring(4));
    }
    return EXACT.contains(plain)
        || ENDINGS.stream().anyMatch(e -> plain.endsWith(e))
        || ENDINGS.stream().anyMatch(e -> plain.replace("_", "").endsWith(e));
  }
}
