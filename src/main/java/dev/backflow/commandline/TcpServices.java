package dev.backflow.commandline;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Names of TCP services. Both programs ask the system's services file, so the table holds the names
 * of Windows' file and of Debian's; they give no name two ports.
 */
final class TcpServices {
  private static final String RESOURCE = "tcp-services.txt";
  private static final Map<String, Integer> PORTS = load();

  private TcpServices() {}

  /** Returns a service's port, 1 to 65535, or {@link Numbers#NONE}; names are case-sensitive. */
  static int port(String name) {
    return PORTS.getOrDefault(name, Numbers.NONE);
  }

  private static Map<String, Integer> load() {
    InputStream resource = TcpServices.class.getResourceAsStream(RESOURCE);
    if (resource == null) {
      throw new IllegalStateException(RESOURCE + " is missing from the class path");
    }
    Map<String, Integer> ports = new HashMap<>();
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        int blank = line.indexOf(' ');
        if (blank > 0 && line.charAt(0) != '#') {
          int port = Integer.parseInt(line.substring(0, blank));
          for (String name : line.substring(blank + 1).split(" ", -1)) {
            ports.put(name, port);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(ports);
  }
}
