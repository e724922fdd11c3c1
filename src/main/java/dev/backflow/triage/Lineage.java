package dev.backflow.triage;

import dev.backflow.telemetry.Event;
import dev.backflow.telemetry.ProcessInfo;
import dev.backflow.telemetry.User;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Question two of triage: who started it, from where, as whom (tradecraft 3). */
final class Lineage {
  private static final Map<String, String> UNUSUAL_PARENTS =
      Map.ofEntries(
          Map.entry("w3wp.exe", "web server"),
          Map.entry("httpd.exe", "web server"),
          Map.entry("nginx.exe", "web server"),
          Map.entry("php-cgi.exe", "web server"),
          Map.entry("tomcat8.exe", "web server"),
          Map.entry("tomcat9.exe", "web server"),
          Map.entry("java.exe", "web server or other Java service"),
          Map.entry("sqlservr.exe", "SQL Server"),
          Map.entry("wscript.exe", "script host"),
          Map.entry("cscript.exe", "script host"),
          Map.entry("mshta.exe", "script host"),
          Map.entry("winword.exe", "Office"),
          Map.entry("excel.exe", "Office"),
          Map.entry("powerpnt.exe", "Office"),
          Map.entry("outlook.exe", "Office"),
          Map.entry("onenote.exe", "Office"),
          Map.entry("screenconnect.clientservice.exe", "remote management"),
          Map.entry("anydesk.exe", "remote management"),
          Map.entry("teamviewer_service.exe", "remote management"),
          Map.entry("ateraagent.exe", "remote management"),
          Map.entry("client32.exe", "remote management"),
          Map.entry("wmiprvse.exe", "WMI"),
          Map.entry("wsmprovhost.exe", "WinRM"),
          Map.entry("winrshost.exe", "WinRM"),
          Map.entry("psexesvc.exe", "PsExec"),
          Map.entry("taskeng.exe", "task host"),
          Map.entry("taskhostw.exe", "task host"),
          Map.entry("svchost.exe", "task or service host"),
          Map.entry("services.exe", "service host"));

  private static final List<String> WRITABLE =
      List.of(
          "\\users\\",
          "\\programdata\\",
          "\\temp\\",
          "\\tmp\\",
          "\\perflogs\\",
          "\\$recycle.bin\\",
          "\\windows\\tasks\\",
          "%temp%\\",
          "%tmp%\\",
          "%programdata%\\",
          "%appdata%\\",
          "%localappdata%\\",
          "%public%\\",
          "%userprofile%\\");

  private static final Set<String> SERVICE_SIDS = Set.of("S-1-5-18", "S-1-5-19", "S-1-5-20");
  private static final Set<String> SERVICE_NAMES =
      Set.of("system", "local service", "network service", "localsystem");
  private static final Set<String> SERVICE_DOMAINS = Set.of("nt service", "iis apppool");

  private Lineage() {}

  /** Returns what the nearest unusual ancestor is, or null when none of those known is. */
  static @Nullable String unusualParent(Event event) {
    ProcessInfo process = process(event);
    ProcessInfo ancestor = process == null ? null : process.parent();
    while (ancestor != null) {
      String name = fileName(ancestor);
      String what = name == null ? null : UNUSUAL_PARENTS.get(name);
      if (what != null) {
        return name + " (" + what + ")";
      }
      ancestor = ancestor.parent();
    }
    return null;
  }

  /** Returns the image path when anyone may write where it lies, or null. */
  static @Nullable String writablePath(Event event) {
    ProcessInfo process = process(event);
    String path = process == null ? null : process.executable();
    return path != null && isWritable(path) ? path : null;
  }

  static boolean isWritable(String path) {
    String lower = path.toLowerCase(Locale.ROOT).replace('/', '\\');
    return WRITABLE.stream().anyMatch(lower::contains);
  }

  /** Returns whether the account is SYSTEM, a service's or a machine's. */
  static boolean isServiceAccount(@Nullable User user) {
    if (user == null) {
      return false;
    }
    if (user.id() != null && SERVICE_SIDS.contains(user.id())) {
      return true;
    }
    String name = lower(user.name());
    return SERVICE_NAMES.contains(name)
        || name.endsWith("$")
        || SERVICE_DOMAINS.contains(lower(user.domain()));
  }

  /** Returns the account the process runs as, or will run as, or null. */
  static @Nullable User account(Event event) {
    if (event instanceof Event.ProcessStarted started) {
      return started.user();
    }
    if (event instanceof Event.RegistryValueSet set) {
      return set.user();
    }
    if (event instanceof Event.AutostartRegistered registered && registered.runAs() != null) {
      return named(registered.runAs());
    }
    return null;
  }

  /** Returns the process a detection was made on, or null when none runs yet. */
  static @Nullable ProcessInfo process(Event event) {
    if (event instanceof Event.ProcessStarted started) {
      return started.process();
    }
    return event instanceof Event.RegistryValueSet set ? set.process() : null;
  }

  private static User named(String account) {
    int slash = account.indexOf('\\');
    return slash < 0
        ? new User(null, null, account)
        : new User(null, account.substring(0, slash), account.substring(slash + 1));
  }

  private static @Nullable String fileName(ProcessInfo process) {
    String path = process.name() != null ? process.name() : process.executable();
    if (path == null) {
      return null;
    }
    int slash = Math.max(path.lastIndexOf('\\'), path.lastIndexOf('/'));
    return path.substring(slash + 1).toLowerCase(Locale.ROOT);
  }

  private static String lower(@Nullable String text) {
    return text == null ? "" : text.toLowerCase(Locale.ROOT);
  }
}
