package dev.backflow.detection;

import dev.backflow.commandline.ClientReading;
import dev.backflow.commandline.Destination;
import dev.backflow.commandline.Program;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a forward may stand where the line does not show it. */
final class HiddenSource {
  private static final Set<String> NO_FILE =
      Set.of("none", "nul", "nul:", "/dev/null", "\\dev\\null");

  private HiddenSource() {}

  /** Returns what hides, in words, or null. */
  static @Nullable String of(ClientReading reading, Knowledge knowledge, String hostId) {
    String source = reading.facts().configFile();
    if (reading.program() == Program.OPENSSH) {
      return source == null || reading.hiding() == null || isHarmless(source)
          ? null
          : "the configuration file may hold forwards that the line does not show";
    }
    if (source != null) {
      return "the saved session may hold forwards that the line does not show";
    }
    Destination server = reading.destination();
    boolean known =
        server != null
            && server.host().indexOf('.') < 0
            && knowledge.sessionForwards(hostId, server.host());
    return known ? "a saved session of this name holds port forwards" : null;
  }

  /** No file at all, or one of the user's or the machine's own. */
  private static boolean isHarmless(String file) {
    String path = file.strip().replace('/', '\\').toLowerCase(Locale.ROOT);
    return NO_FILE.contains(file.strip().toLowerCase(Locale.ROOT))
        || NO_FILE.contains(path)
        || (!path.contains("\\..\\") && (isProfileFile(path) || isMachineFile(path)));
  }

  private static boolean isProfileFile(String path) {
    for (String home : new String[] {"~", "%userprofile%", "%homedrive%%homepath%"}) {
      if (path.startsWith(home + "\\.ssh\\")) {
        return true;
      }
    }
    int users = path.indexOf(":\\users\\");
    int end = users == 1 ? path.indexOf('\\', users + ":\\users\\".length()) : -1;
    return end > 0 && path.startsWith("\\.ssh\\", end);
  }

  private static boolean isMachineFile(String path) {
    return path.startsWith("%programdata%\\ssh\\")
        || path.startsWith("%allusersprofile%\\ssh\\")
        || (path.startsWith(":\\programdata\\ssh\\", 1) && path.length() > 1);
  }
}
