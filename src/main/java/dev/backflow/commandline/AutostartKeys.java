package dev.backflow.commandline;

import java.util.List;

/** Registry values whose data is a line that Windows starts by itself. */
final class AutostartKeys {
  private static final List<String> RUN_KEYS =
      List.of("\\run", "\\runonce", "\\runonceex", "\\runservices", "\\policies\\explorer\\run");

  private AutostartKeys() {}

  static boolean starts(String key, String value) {
    String lower = Ascii.lower(key);
    boolean run = RUN_KEYS.stream().anyMatch(lower::endsWith);
    return run || (isService(lower) && Ascii.lower(value).equals("imagepath"));
  }

  private static boolean isService(String lowerKey) {
    return lowerKey.contains("\\services\\");
  }

  /** Returns the service's name, or the value's under a Run key. */
  static String name(String key, String value) {
    String lower = Ascii.lower(key);
    return isService(lower) ? key.substring(key.lastIndexOf('\\') + 1) : value;
  }
}
