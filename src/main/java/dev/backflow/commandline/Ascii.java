package dev.backflow.commandline;

/** Lower case for A to Z alone, so that a text keeps its length and an index its meaning. */
final class Ascii {
  private Ascii() {}

  static String lower(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isUpper(text.charAt(i))) {
        return lowered(text);
      }
    }
    return text;
  }

  private static String lowered(String text) {
    char[] characters = text.toCharArray();
    for (int i = 0; i < characters.length; i++) {
      if (isUpper(characters[i])) {
        characters[i] = (char) (characters[i] + 'a' - 'A');
      }
    }
    return new String(characters);
  }

  private static boolean isUpper(char c) {
    return c >= 'A' && c <= 'Z';
  }
}
