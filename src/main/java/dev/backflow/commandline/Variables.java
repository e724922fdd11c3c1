package dev.backflow.commandline;

/** References to variables: {@code %name%}, {@code !name!}, {@code $name}, {@code $env:name}. */
final class Variables {
  private Variables() {}

  /** Returns the name, in lower case, when the text is one reference and no more; "" otherwise. */
  static String named(String text) {
    int length = text.length();
    if (length > 2 && (isFramed(text, '%') || isFramed(text, '!'))) {
      return name(text.substring(1, length - 1));
    }
    if (length > 3 && text.startsWith("${") && text.endsWith("}")) {
      return name(withoutScope(text.substring(2, length - 1)));
    }
    return length > 1 && text.charAt(0) == '$' ? name(withoutScope(text.substring(1))) : "";
  }

  private static boolean isFramed(String text, char mark) {
    return text.charAt(0) == mark && text.charAt(text.length() - 1) == mark;
  }

  private static String withoutScope(String name) {
    return name.regionMatches(true, 0, "env:", 0, 4) ? name.substring(4) : name;
  }

  private static String name(String name) {
    boolean word = name.chars().allMatch(c -> c == '_' || Character.isLetterOrDigit(c));
    return word ? Ascii.lower(name) : "";
  }
}
