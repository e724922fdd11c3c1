package dev.backflow.telemetry.source;

import static dev.backflow.telemetry.source.IncompleteRecordException.require;

import dev.backflow.telemetry.Event;
import dev.backflow.telemetry.LogonSession;
import dev.backflow.telemetry.Normalized;
import dev.backflow.telemetry.Source;
import dev.backflow.telemetry.User;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Other logs of Windows that tell of autostarts and remote desktop logons. Asked last of the
 * Windows sources: any other event of a log is known as such and ignored.
 *
 * <table>
 * <caption>Events</caption>
 * <tr><td>Service Control Manager 7045</td><td>ServiceName, ImagePath, AccountName</td></tr>
 * <tr><td>TaskScheduler 106</td><td>TaskName, UserContext</td></tr>
 * <tr><td>TerminalServices-RemoteConnectionManager 1149</td><td>Param1 (user), Param2 (domain),
 * Param3 (address)</td></tr>
 * <tr><td>TerminalServices-LocalSessionManager 21, 25</td><td>User, Address, SessionID</td></tr>
 * </table>
 */
final class WindowsLogsSource implements TelemetrySource {
  static final String NAMES =
      """
      EventXML ServiceName ImagePath AccountName TaskName UserContext Param1 Param2 Param3 User
      Address SessionID
      """;

  private static final String SERVICES = "Service Control Manager";
  private static final String TASKS = "Microsoft-Windows-TaskScheduler";
  private static final String CONNECTIONS =
      "Microsoft-Windows-TerminalServices-RemoteConnectionManager";
  private static final String SESSIONS = "Microsoft-Windows-TerminalServices-LocalSessionManager";

  @Override
  public Optional<Normalized> read(ParsedRecord record) {
    if (!(record instanceof ParsedRecord.Windows windows)) {
      return Optional.empty();
    }
    WindowsEvent e = windows.event();
    if (e.provider().isEmpty()) {
      return Optional.empty();
    }
    Event event = event(windows, e);
    return Optional.of(
        event == null
            ? new Normalized.Ignored(Source.WINDOWS_SECURITY, e.provider() + " " + e.code())
            : new Normalized.Recognized(event));
  }

  private static @Nullable Event event(ParsedRecord.Windows record, WindowsEvent e) {
    return switch (e.provider() + " " + e.code()) {
      case SERVICES + " 7045" -> service(record, e);
      case TASKS + " 106" -> task(record, e);
      case CONNECTIONS + " 1149" ->
          logon(record, new User(null, e.value("Param2"), e.value("Param1")), e.value("Param3"));
      case SESSIONS + " 21", SESSIONS + " 25" ->
          logon(record, Values.account(e.value("User")), e.value("Address"));
      default -> null;
    };
  }

  private static Event service(ParsedRecord.Windows record, WindowsEvent e) {
    return new Event.AutostartRegistered(
        WindowsHeaders.of(record, "service-installed"),
        "service",
        require(e.value("ServiceName"), "7045", "ServiceName"),
        e.value("ImagePath"),
        e.value("AccountName"),
        null,
        null);
  }

  private static Event task(ParsedRecord.Windows record, WindowsEvent e) {
    return new Event.AutostartRegistered(
        WindowsHeaders.of(record, "scheduled-task-registered"),
        "task",
        require(e.value("TaskName"), "106", "TaskName"),
        null,
        null,
        Values.account(e.value("UserContext")),
        null);
  }

  private static @Nullable Event logon(
      ParsedRecord.Windows record, @Nullable User user, @Nullable String from) {
    return Logons.counts(null, from, record.event().hostIp())
        ? new Event.Logon(
            WindowsHeaders.of(record, "remote-desktop-logon"),
            user,
            null,
            from,
            LogonSession.of(null, Values.number(record.event().value("SessionID"))))
        : null;
  }
}
