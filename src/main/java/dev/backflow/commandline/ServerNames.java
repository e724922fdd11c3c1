package dev.backflow.commandline;

/**
 * Characters that ssh refuses in the host and login names of its line: since 9.6, and in older
 * releases whose distributors took the change over (ssh.c, {@code valid_hostname}, {@code
 * valid_ruser}).
 */
final class ServerNames {
  private static final String NOT_IN_HOSTS = "'`\"$\\;&<>|(){}";
  private static final String NOT_IN_USERS = "'`\";&<>|(){}";

  private ServerNames() {}

  static boolean isHost(String name) {
    return !name.startsWith("-")
        && name.chars().noneMatch(c -> NOT_IN_HOSTS.indexOf(c) >= 0 || c <= ' ' || c == 127);
  }

  /** A backslash may part a domain from a user, but not end the name. */
  static boolean isUser(String name) {
    if (name.startsWith("-") || name.endsWith("\\")) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      boolean option = Numbers.isSpace(name.charAt(i)) && name.startsWith("-", i + 1);
      if (option || NOT_IN_USERS.indexOf(name.charAt(i)) >= 0) {
        return false;
      }
    }
    return true;
  }
}
