package dev.backflow.telemetry.source;

import static dev.backflow.telemetry.source.IncompleteRecordException.require;

import dev.backflow.telemetry.Event;
import dev.backflow.telemetry.EventHeader;
import dev.backflow.telemetry.EventId;
import dev.backflow.telemetry.Host;
import dev.backflow.telemetry.LogonSession;
import dev.backflow.telemetry.Normalized;
import dev.backflow.telemetry.PortableExecutable;
import dev.backflow.telemetry.ProcessInfo;
import dev.backflow.telemetry.Source;
import dev.backflow.telemetry.User;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Microsoft Sysmon, channel {@code Microsoft-Windows-Sysmon/Operational} or forwarded, in every
 * rendering of the Windows event log. Events 1 (process created), 3 (network connection), 5
 * (process terminated) and 13 (registry value set).
 *
 * <table>
 * <caption>Fields</caption>
 * <tr><td>@timestamp</td><td>UtcTime; TimeCreated is when it was logged</td></tr>
 * <tr><td>host.name</td><td>Computer</td></tr>
 * <tr><td>process.entity_id</td><td>ProcessGuid, lower case, no braces</td></tr>
 * <tr><td>process.pid, executable, name</td><td>ProcessId, Image</td></tr>
 * <tr><td>process.command_line, working_directory</td><td>CommandLine, CurrentDirectory</td></tr>
 * <tr><td>process.hash, pe.imphash</td><td>Hashes</td></tr>
 * <tr><td>process.pe</td><td>OriginalFileName, Product, Company, Description, FileVersion</td></tr>
 * <tr><td>user</td><td>User</td></tr>
 * <tr><td>logon session</td><td>LogonId, TerminalSessionId</td></tr>
 * <tr><td>process.parent</td><td>ParentProcessGuid, ParentProcessId, ParentImage,
 * ParentCommandLine, ParentUser</td></tr>
 * <tr><td>network</td><td>Protocol, Initiated, Source and Destination with Ip, Port,
 * Hostname</td></tr>
 * <tr><td>registry</td><td>TargetObject, Details</td></tr>
 * </table>
 */
final class SysmonSource implements TelemetrySource {
  static final String NAMES =
      """
      UtcTime ProcessGuid ProcessId Image CommandLine CurrentDirectory Hashes Hash OriginalFileName
      Product Company Description FileVersion User IntegrityLevel ParentProcessGuid ParentProcessId
      ParentImage ParentCommandLine ParentUser LogonId TerminalSessionId Protocol Initiated SourceIp SourcePort SourceHostname
      DestinationIp DestinationPort DestinationHostname EventType TargetObject Details
      """;

  @Override
  public Optional<Normalized> read(ParsedRecord record) {
    if (!(record instanceof ParsedRecord.Windows windows)
        || !windows.event().provider().equals(WindowsJson.SYSMON)) {
      return Optional.empty();
    }
    WindowsEvent e = windows.event();
    Event event =
        switch (e.code()) {
          case "1" -> started(windows, e);
          case "3" -> connected(windows, e);
          case "5" -> ended(windows, e);
          case "13" -> valueSet(windows, e);
          default -> null;
        };
    return Optional.of(
        event == null
            ? new Normalized.Ignored(Source.SYSMON, e.code())
            : new Normalized.Recognized(event));
  }

  private static Event started(ParsedRecord.Windows record, WindowsEvent e) {
    require(e.value("Image"), "Sysmon process creation", "Image");
    SysmonHashes hashes = SysmonHashes.of(e.value("Hashes"), e.value("Hash"));
    String utc = e.value("UtcTime");
    Instant start = Timestamps.iso(utc);
    ProcessInfo process =
        actor(e)
            .commandLine(e.value("CommandLine"))
            .workingDirectory(e.value("CurrentDirectory"))
            .start(start)
            .integrityLevel(Integrity.level(e.value("IntegrityLevel")))
            .session(
                LogonSession.of(
                    Values.logonId(e.value("LogonId")),
                    Values.number(e.value("TerminalSessionId"))))
            .hash(hashes.hashes())
            .pe(
                new PortableExecutable(
                    e.value("OriginalFileName"),
                    e.value("Product"),
                    e.value("Company"),
                    e.value("Description"),
                    e.value("FileVersion"),
                    hashes.imphash()))
            .parent(parent(e))
            .build();
    EventHeader header = header(record, "Process Create", List.of(), process, utc, start);
    return new Event.ProcessStarted(
        header, process, user(e), Values.account(e.value("ParentUser")));
  }

  private static Event ended(ParsedRecord.Windows record, WindowsEvent e) {
    ProcessInfo process = actor(e).build();
    EventHeader header = header(record, "Process terminated", List.of(), process);
    return new Event.ProcessEnded(header, process, null, user(e));
  }

  /** The source is who began the connection, so of an accepted one the destination is the host. */
  private static Event connected(ParsedRecord.Windows record, WindowsEvent e) {
    boolean egress = "true".equalsIgnoreCase(e.value("Initiated"));
    Event.Endpoint source =
        Network.endpoint(e.value("SourceIp"), e.value("SourcePort"), e.value("SourceHostname"));
    Event.Endpoint destination =
        Network.endpoint(
            e.value("DestinationIp"), e.value("DestinationPort"), e.value("DestinationHostname"));
    Event.Endpoint local = egress ? source : destination;
    ProcessInfo process = actor(e).build();
    return new Event.NetworkConnection(
        header(record, "Network connection", Network.ownAddress(local), process),
        process,
        user(e),
        Network.transport(e.value("Protocol")),
        egress ? Network.EGRESS : Network.INGRESS,
        source,
        destination,
        Boolean.TRUE);
  }

  private static Event valueSet(ParsedRecord.Windows record, WindowsEvent e) {
    Registry.Place place =
        Registry.Place.of(require(e.value("TargetObject"), "Sysmon registry", "TargetObject"));
    ProcessInfo process = actor(e).build();
    return Registry.valueSet(
        header(record, "Registry value set", List.of(), process),
        process,
        user(e),
        place.key(),
        place.value(),
        e.value("Details"),
        RegistryType.ofSysmon(e.value("Details")));
  }

  private static EventHeader header(
      ParsedRecord.Windows record, String action, List<String> ownAddress, ProcessInfo process) {
    String utc = record.event().value("UtcTime");
    return header(record, action, ownAddress, process, utc, Timestamps.iso(utc));
  }

  private static EventHeader header(
      ParsedRecord.Windows record,
      String action,
      List<String> ownAddress,
      ProcessInfo process,
      @Nullable String utc,
      @Nullable Instant time) {
    WindowsEvent e = record.event();
    Host known = e.host();
    return new EventHeader(
        id(e, known.id(), process, utc),
        require(time == null ? e.logged() : time, "Sysmon", "time"),
        Source.SYSMON,
        e.rendering(),
        known.orIp(ownAddress),
        e.provider(),
        e.code(),
        action,
        record.raw().position(),
        e.recordId());
  }

  /** Values that every rendering has; the record's number is lost in some. */
  private static EventId id(
      WindowsEvent e, String host, ProcessInfo process, @Nullable String utc) {
    return EventId.of(
        "sysmon",
        host,
        e.code(),
        process.entityId(),
        process.pid(),
        utc,
        e.value("SourceIp"),
        e.value("SourcePort"),
        e.value("DestinationIp"),
        e.value("DestinationPort"),
        e.value("TargetObject"),
        e.value("Details"));
  }

  private static @Nullable User user(WindowsEvent e) {
    return Values.account(e.value("User"));
  }

  private static ProcessInfo.Builder actor(WindowsEvent e) {
    String image = e.value("Image");
    return ProcessInfo.builder()
        .entityId(Values.guid(e.value("ProcessGuid")))
        .pid(Values.pid(e.value("ProcessId")))
        .executable(image)
        .name(Values.fileName(image));
  }

  private static @Nullable ProcessInfo parent(WindowsEvent e) {
    String image = e.value("ParentImage");
    String guid = Values.guid(e.value("ParentProcessGuid"));
    if (image == null && guid == null) {
      return null;
    }
    return ProcessInfo.builder()
        .entityId(guid)
        .pid(Values.pid(e.value("ParentProcessId")))
        .executable(image)
        .name(Values.fileName(image))
        .commandLine(e.value("ParentCommandLine"))
        .build();
  }
}
