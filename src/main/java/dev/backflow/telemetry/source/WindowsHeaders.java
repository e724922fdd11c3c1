package dev.backflow.telemetry.source;

import static dev.backflow.telemetry.source.IncompleteRecordException.require;

import dev.backflow.telemetry.EventHeader;
import dev.backflow.telemetry.EventId;
import dev.backflow.telemetry.Host;
import dev.backflow.telemetry.Source;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Headers of events from the logs of Windows itself. */
final class WindowsHeaders {
  /** What makes a record itself when it has no number. To change this changes its id. */
  private static final String[] SAID =
      """
      NewProcessId NewProcessName ProcessId ProcessID ParentProcessName CommandLine MandatoryLabel
      SubjectUserSid SubjectUserName SubjectDomainName TargetUserSid TargetUserName
      TargetDomainName ProcessName Status Application Direction SourceAddress SourcePort DestAddress
      DestPort Protocol ObjectName ObjectValueName NewValue ServiceName ServiceFileName
      ServiceAccount TaskName TaskContent TaskContentNew LogonType IpAddress
      """
          .strip()
          .split("\\s+", -1);

  private WindowsHeaders() {}

  static EventHeader of(ParsedRecord.Windows record, String action) {
    return of(record, action, List.of());
  }

  static EventHeader of(ParsedRecord.Windows record, String action, List<String> ownAddress) {
    WindowsEvent e = record.event();
    Host known = e.host();
    Instant time = require(e.logged(), e.provider() + " " + e.code(), "time");
    return new EventHeader(
        id(e, known, time),
        time,
        Source.WINDOWS_SECURITY,
        e.rendering(),
        known.orIp(ownAddress),
        e.provider(),
        e.code(),
        action,
        record.raw().position(),
        e.recordId());
  }

  /** A record is its number in its log; without one it is its time and what it says. */
  private static EventId id(WindowsEvent e, Host host, Instant time) {
    String number = e.recordId();
    @Nullable String said = number == null ? said(e, time) : number;
    return EventId.of(
        "windows", host.id(), Values.lower(e.channel()), e.provider(), e.code(), said);
  }

  private static String said(WindowsEvent e, Instant time) {
    StringBuilder said = new StringBuilder(time.toString());
    for (String name : SAID) {
      String value = e.value(name);
      said.append('\n').append(value == null ? "" : value);
    }
    return said.toString();
  }
}
