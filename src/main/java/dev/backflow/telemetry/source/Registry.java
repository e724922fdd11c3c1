package dev.backflow.telemetry.source;

import dev.backflow.telemetry.Event;
import dev.backflow.telemetry.EventHeader;
import dev.backflow.telemetry.ProcessInfo;
import dev.backflow.telemetry.User;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A registry value as an event: one that makes a program start by itself is an autostart, any other
 * a value set.
 *
 * <p>The autostarts are {@code Run} and {@code RunOnce}, a service's {@code ImagePath}, and the
 * {@code Application} and {@code AppParameters} of a service that NSSM runs.
 */
final class Registry {
  private static final List<Map.Entry<String, String>> HIVES =
      List.of(
          Map.entry("\\REGISTRY\\MACHINE", "HKLM"),
          Map.entry("\\REGISTRY\\USER", "HKU"),
          Map.entry("HKEY_LOCAL_MACHINE", "HKLM"),
          Map.entry("HKEY_USERS", "HKU"),
          Map.entry("HKEY_CURRENT_USER", "HKCU"),
          Map.entry("HKEY_CLASSES_ROOT", "HKCR"),
          Map.entry("MACHINE", "HKLM"),
          Map.entry("USER", "HKU"));

  private static final String USER_BY_SID = "HKEY_CURRENT_USER\\S-1-";

  private Registry() {}

  static Event valueSet(
      EventHeader header,
      ProcessInfo process,
      @Nullable User user,
      String key,
      @Nullable String value,
      @Nullable String data,
      @Nullable String type) {
    String dataType = RegistryType.of(type);
    String path = Values.lowered(key);
    if (data != null && value != null) {
      Event.RegistryPlace place = new Event.RegistryPlace(key, value, dataType);
      if (path.endsWith("\\currentversion\\run") || path.endsWith("\\currentversion\\runonce")) {
        return autostart(header, "run", value, data, user, process, place);
      }
      String service = service(key, path, Values.lowered(value));
      if (service != null) {
        return autostart(header, "service", service, data, user, process, place);
      }
    }
    return new Event.RegistryValueSet(header, process, user, key, value, data, dataType);
  }

  private static Event autostart(
      EventHeader header,
      String mechanism,
      String name,
      String data,
      @Nullable User user,
      ProcessInfo process,
      Event.RegistryPlace place) {
    return new Event.AutostartRegistered(
        header, mechanism, name, data, null, user, null, process, place);
  }

  /** Returns the service whose program this value names, null when it names none. */
  private static @Nullable String service(String key, String path, String value) {
    int at = path.indexOf("\\services\\");
    if (at < 0 || !path.contains("controlset")) {
      return null;
    }
    String rest = key.substring(at + "\\services\\".length());
    int slash = rest.indexOf('\\');
    if (slash < 0) {
      return value.equals("imagepath") ? rest : null;
    }
    boolean nssm =
        rest.substring(slash + 1).equalsIgnoreCase("Parameters")
            && (value.equals("application") || value.equals("appparameters"));
    return nssm ? rest.substring(0, slash) : null;
  }

  /** Returns a key with its hive's short name: {@code HKLM}, {@code HKU}. */
  static String shortKey(String key) {
    if (key.regionMatches(true, 0, USER_BY_SID, 0, USER_BY_SID.length())) {
      // Defender names the user's hive so, SID and all.
      return "HKU" + key.substring("HKEY_CURRENT_USER".length());
    }
    for (Map.Entry<String, String> hive : HIVES) {
      String name = hive.getKey();
      boolean whole =
          key.regionMatches(true, 0, name, 0, name.length())
              && (key.length() == name.length() || key.charAt(name.length()) == '\\');
      if (whole) {
        return hive.getValue() + key.substring(name.length());
      }
    }
    return key;
  }

  /** A path cut into its key and the name of its value, which is the last component. */
  record Place(String key, @Nullable String value) {
    static Place of(String path) {
      String shortened = shortKey(path);
      int cut = shortened.lastIndexOf('\\');
      return cut < 0
          ? new Place(shortened, null)
          : new Place(shortened.substring(0, cut), shortened.substring(cut + 1));
    }
  }
}
