package dev.backflow.commandline;

import java.util.Set;

/** The password in {@code scheme://user:password@host} and in {@code user:password@host}. */
final class UrlSecrets implements SecretRule {
  /** Schemes without a host part. */
  private static final Set<String> SCHEMES =
      Set.of("about", "data", "javascript", "mailto", "sip", "vbscript");

  /** A user of this length and with a digit is an access token. */
  private static final int TOKEN = 20;

  private static final String BEARER = "user:password@host";

  @Override
  public void find(SecretLine line, SecretFindings findings) {
    for (Word word : line.words()) {
      String text = word.text();
      int scheme = text.indexOf("://");
      if (scheme < 0) {
        bare(word, findings);
      }
      while (scheme >= 0) {
        int end = url(word, scheme + 3, findings);
        scheme = text.indexOf("://", end);
      }
    }
  }

  /** Reports the password of the URL whose host part begins here; returns where to go on. */
  private static int url(Word word, int start, SecretFindings findings) {
    String text = word.text();
    int colon = start;
    while (colon < text.length() && ":/?#@ \t".indexOf(text.charAt(colon)) < 0) {
      colon++;
    }
    if (colon < text.length() && text.charAt(colon) == '@' && isToken(text, start, colon)) {
      findings.add(word.value(), start, colon, "token@host");
    }
    if (colon == text.length() || text.charAt(colon) != ':' || isPort(text, colon + 1)) {
      return Math.min(colon + 1, text.length());
    }
    int at = endOfPassword(text, colon);
    findings.add(word.value(), colon + 1, at, BEARER);
    return Math.max(at, colon + 1);
  }

  private static boolean isToken(String text, int start, int end) {
    String user = text.substring(start, end);
    return user.length() >= TOKEN && user.chars().anyMatch(Character::isDigit);
  }

  private static boolean isPort(String text, int start) {
    int end = start;
    while (end < text.length() && Character.isDigit(text.charAt(end))) {
      end++;
    }
    return end > start && (end == text.length() || "/?# \t".indexOf(text.charAt(end)) >= 0);
  }

  /**
   * A password that is not percent-encoded may itself hold {@code @} and {@code /}: the last at
   * sign before a blank ends it, or, with a blank in it, the first one after that.
   */
  private static int endOfPassword(String text, int colon) {
    int last = -1;
    for (int i = colon; i < text.length(); i++) {
      boolean blank = text.charAt(i) == ' ' || text.charAt(i) == '\t';
      if (blank && last >= 0) {
        return last;
      }
      if (text.charAt(i) == '@') {
        last = i;
        if (text.lastIndexOf(' ', i) > colon) {
          return last;
        }
      }
    }
    return last;
  }

  /** Without a scheme a drive letter, a forward and an option must not be taken for a user. */
  private static void bare(Word word, SecretFindings findings) {
    String text = word.text();
    int colon = text.indexOf(':');
    int at = text.lastIndexOf('@');
    if (colon < 1 || at <= colon + 1 || isDrive(text, colon)) {
      return;
    }
    String user = text.substring(0, colon);
    if (SCHEMES.contains(Ascii.lower(user))) {
      return;
    }
    boolean name =
        user.chars().allMatch(c -> "._-\\/".indexOf(c) >= 0 || Character.isLetterOrDigit(c));
    boolean digits = user.chars().allMatch(Character::isDigit);
    if (name && !digits && "-/\\".indexOf(user.charAt(0)) < 0 && text.indexOf(' ') < 0) {
      findings.add(word.value(), colon + 1, at, BEARER);
    }
  }

  private static boolean isDrive(String text, int colon) {
    return colon == 1 && "\\/".indexOf(text.charAt(2)) >= 0;
  }
}
