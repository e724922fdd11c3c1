package dev.backflow.commandline;

/** The forms of {@code -hostkey} (PuTTY's utils/validate_manual_hostkey.c). */
final class PuttyHostKey {
  private static final String SHA256 = "SHA256:";
  private static final int SHA256_LENGTH = 43;
  private static final int MD5_LENGTH = 16 * 3 - 1;

  private PuttyHostKey() {}

  /** Returns whether one of the words of a value is a fingerprint or a public key. */
  static boolean isValid(String value) {
    for (String word : value.split("[ \t]", -1)) {
      if (isSha256(word) || isMd5(word) || isPublicKey(word)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSha256(String word) {
    if (!word.startsWith(SHA256)) {
      return false;
    }
    int end = SHA256.length();
    while (end < word.length() && isBase64(word.charAt(end))) {
      end++;
    }
    return end - SHA256.length() == SHA256_LENGTH;
  }

  private static boolean isMd5(String word) {
    String hex = word.startsWith("MD5:") ? word.substring(4) : word;
    if (hex.length() != MD5_LENGTH) {
      return false;
    }
    for (int i = 0; i < hex.length(); i++) {
      char c = hex.charAt(i);
      if (i % 3 == 2 ? c != ':' : c > 127 || Character.digit(c, 16) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPublicKey(String word) {
    return word.length() % 4 == 0
        && word.length() > 8
        && word.startsWith("AAAA")
        && word.chars().allMatch(c -> c == '=' || isBase64((char) c));
  }

  private static boolean isBase64(char c) {
    return Numbers.isDigit(c)
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || c == '+'
        || c == '/';
  }
}
