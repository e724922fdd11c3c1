package dev.backflow.commandline;

/**
 * Characters that ssh refuses in the host and login names of its line: since 9.6, and in older
 * releases whose distributors took the change over (ssh.c, {@code valid_hostname}, {@code
 * valid_ruser}).
 */
final class ServerNames {
  private static final CharSet NOT_IN_HOSTS = CharSet.of("'`\"$\\;&<>|(){} \u007f");
  private static final CharSet NOT_IN_USERS = CharSet.of("'`\";&<>|(){}");

  private ServerNames() {}

  static boolean isHost(String name) {
    if (name.startsWith("-")) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c < ' ' || NOT_IN_HOSTS.has(c)) {
        return false;
      }
    }
    return true;
  }

  /** A backslash may part a domain from a user, but not end the name. */
  static boolean isUser(String name) {
    if (name.startsWith("-") || name.endsWith("\\")) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      boolean option = Numbers.isSpace(name.charAt(i)) && name.startsWith("-", i + 1);
      if (option || NOT_IN_USERS.has(name.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
