package dev.backflow.commandline;

import org.jspecify.annotations.Nullable;

/**
 * A word that names a server, as OpenSSH's ssh.c and misc.c read it: {@code [user@]host}, with
 * {@code :port} where a jump host is meant, or an {@code ssh://} address.
 *
 * @param user null when not given
 * @param host as written, brackets removed where the program removes them; may be empty
 * @param port null when not given
 */
record HostWord(@Nullable String user, String host, @Nullable Integer port) {
  private static final String SCHEME = "ssh://";

  /** Reads a destination, or returns null when the program answers with its usage. */
  static @Nullable HostWord destination(String word) {
    if (word.startsWith(SCHEME)) {
      return uri(word);
    }
    int at = word.lastIndexOf('@');
    if (at == 0) {
      return null;
    }
    return at < 0
        ? new HostWord(null, word, null)
        : new HostWord(word.substring(0, at), word.substring(at + 1), null);
  }

  /** Reads one hop of {@code -J}, or returns null when the program refuses it. */
  static @Nullable HostWord hop(String word) {
    if (isUri(word)) {
      return uri(word);
    }
    int at = word.lastIndexOf('@');
    if (at == 0) {
      return null;
    }
    String user = at < 0 ? null : word.substring(0, at);
    return hostPort(user, word.substring(at + 1));
  }

  static boolean isUri(String word) {
    return word.startsWith(SCHEME);
  }

  private static @Nullable HostWord hostPort(@Nullable String user, String text) {
    int end = hostEnd(text);
    if (end <= 0) {
      return null;
    }
    String rest = end < text.length() ? text.substring(end + 1) : "";
    Integer port = null;
    if (!rest.isEmpty()) {
      int number = Numbers.port(rest);
      if (number <= 0) {
        return null;
      }
      port = number;
    }
    return new HostWord(user, clean(text.substring(0, end)), port);
  }

  /** The path that may follow in other schemes is not allowed in this one. */
  private static @Nullable HostWord uri(String word) {
    String rest = word.substring(SCHEME.length());
    String user = null;
    int at = rest.indexOf('@');
    if (at >= 0) {
      user = decode(before(rest.substring(0, at), ';'));
      rest = rest.substring(at + 1);
      if (user == null || user.isEmpty()) {
        return null;
      }
    }
    int end = hostEnd(rest);
    if (end <= 0) {
      return null;
    }
    String host = clean(rest.substring(0, end));
    if (!validDomain(host)) {
      return null;
    }
    return uriEnd(user, withoutLastDot(host), rest.substring(end));
  }

  private static @Nullable HostWord uriEnd(@Nullable String user, String host, String rest) {
    if (rest.length() <= 1) {
      return new HostWord(user, host, null);
    }
    if (rest.charAt(0) != ':') {
      return null;
    }
    int slash = rest.indexOf('/');
    int port = Numbers.port(slash < 0 ? rest.substring(1) : rest.substring(1, slash));
    boolean path = slash >= 0 && slash + 1 < rest.length();
    return port <= 0 || path ? null : new HostWord(user, host, port);
  }

  /** Returns where a host ends: at a colon or slash, or after its brackets; -1 when it does not. */
  private static int hostEnd(String text) {
    if (text.startsWith("[")) {
      int close = text.indexOf(']');
      if (close < 0) {
        return -1;
      }
      int end = close + 1;
      return end == text.length() || text.charAt(end) == ':' || text.charAt(end) == '/' ? end : -1;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == ':' || text.charAt(i) == '/') {
        return i;
      }
    }
    return text.length();
  }

  private static String clean(String host) {
    return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
  }

  private static boolean validDomain(String name) {
    if (name.isEmpty() || !isAlphanumeric(name.charAt(0))) {
      return false;
    }
    char last = Cursor.END;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if ((c == '.' && last == '.') || (!isAlphanumeric(c) && ".-_".indexOf(c) < 0)) {
        return false;
      }
      last = c;
    }
    return true;
  }

  private static String withoutLastDot(String name) {
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }

  private static boolean isAlphanumeric(char c) {
    return Numbers.isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static String before(String text, char end) {
    int at = text.indexOf(end);
    return at < 0 ? text : text.substring(0, at);
  }

  private static @Nullable String decode(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '+') {
        out.append(' ');
      } else if (c != '%') {
        out.append(c);
      } else {
        int high = i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
        int low = i + 2 < text.length() ? Character.digit(text.charAt(i + 2), 16) : -1;
        if (high < 0 || low < 0) {
          return null;
        }
        out.append((char) (high * 16 + low));
        i += 2;
      }
    }
    return out.toString();
  }
}
