package dev.backflow.telemetry.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values in a rendered message.
 *
 * <p>Sysmon writes {@code Name: value} lines, never translated. Security messages have translated
 * labels, so their indented lines are taken by position. Read only when something is missing
 * elsewhere.
 */
final class WindowsMessage implements Fields {
  private final boolean sysmon;
  private final String code;
  private final String message;
  private @Nullable Fields values;

  private WindowsMessage(boolean sysmon, String code, String message) {
    this.sysmon = sysmon;
    this.code = code;
    this.message = message;
  }

  static Fields of(boolean sysmon, String code, @Nullable String message) {
    return message == null ? Fields.NONE : new WindowsMessage(sysmon, code, message);
  }

  @Override
  public @Nullable String text(String name) {
    Fields read = values;
    if (read == null) {
      read = sysmon ? Fields.of(named()) : Manifest.message(code, positional());
      values = read;
    }
    return read.text(name);
  }

  /** The first of a name counts: what follows may stand inside a value. */
  private Map<String, String> named() {
    Map<String, String> named = new HashMap<>();
    for (String line : lines()) {
      int colon = line.indexOf(": ");
      if (colon > 0) {
        named.putIfAbsent(line.substring(0, colon).strip(), line.substring(colon + 2).strip());
      }
    }
    return named;
  }

  private List<String> positional() {
    List<String> found = new ArrayList<>();
    for (String line : lines()) {
      boolean indented = !line.isEmpty() && (line.charAt(0) == '\t' || line.charAt(0) == ' ');
      int colon = indented ? labelEnd(line) : -1;
      if (colon > 0) {
        found.add(line.substring(colon + 1).strip());
      }
    }
    return found;
  }

  /** A colon ends a label when white space or nothing follows it. */
  private static int labelEnd(String line) {
    for (int i = line.indexOf(':'); i >= 0; i = line.indexOf(':', i + 1)) {
      if (i + 1 == line.length() || line.charAt(i + 1) == '\t' || line.charAt(i + 1) == ' ') {
        return i;
      }
    }
    return -1;
  }

  private List<String> lines() {
    return message.lines().toList();
  }
}
