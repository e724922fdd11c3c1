package dev.backflow.detection;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Registry values whose text Windows, or a service wrapper, will run as a command line. */
final class AutostartRegistry {
  private static final List<String> RUN_KEYS =
      List.of(
          "\\currentversion\\run",
          "\\currentversion\\runonce",
          "\\currentversion\\runonceex",
          "\\currentversion\\runservices",
          "\\currentversion\\runservicesonce",
          "\\policies\\explorer\\run");

  private AutostartRegistry() {}

  /** What a registry value holds. */
  enum Content {
    /** A command line. */
    COMMAND,
    /** The arguments of a program that another value names. */
    ARGUMENTS
  }

  /** Returns what will be run of this value, or null when it starts nothing. */
  static @Nullable Content content(String key, @Nullable String value) {
    String path = key.toLowerCase(Locale.ROOT);
    String name = value == null ? "" : value.toLowerCase(Locale.ROOT);
    if (isRunKey(path)) {
      return Content.COMMAND;
    }
    if (path.contains("\\services\\")) {
      return service(path, name);
    }
    return isLogon(path, name) ? Content.COMMAND : null;
  }

  private static boolean isRunKey(String path) {
    for (String key : RUN_KEYS) {
      int at = path.indexOf(key);
      int end = at + key.length();
      if (at >= 0 && (end == path.length() || path.charAt(end) == '\\')) {
        return true;
      }
    }
    return false;
  }

  /** NSSM keeps program and arguments of the service it runs under Parameters. */
  private static @Nullable Content service(String path, String name) {
    if (name.equals("imagepath")) {
      return Content.COMMAND;
    }
    if (!path.endsWith("\\parameters")) {
      return null;
    }
    return switch (name) {
      case "application" -> Content.COMMAND;
      case "appparameters" -> Content.ARGUMENTS;
      default -> null;
    };
  }

  private static boolean isLogon(String path, String name) {
    return (path.endsWith("\\winlogon") && (name.equals("shell") || name.equals("userinit")))
        || (path.contains("\\active setup\\installed components\\") && name.equals("stubpath"))
        || (path.endsWith("\\environment") && name.equals("userinitmprlogonscript"));
  }
}
