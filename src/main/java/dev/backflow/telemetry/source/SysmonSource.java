package dev.backflow.telemetry.source;

import static dev.backflow.telemetry.source.IncompleteRecordException.require;

import dev.backflow.telemetry.Event;
import dev.backflow.telemetry.EventHeader;
import dev.backflow.telemetry.EventId;
import dev.backflow.telemetry.Host;
import dev.backflow.telemetry.Normalized;
import dev.backflow.telemetry.PortableExecutable;
import dev.backflow.telemetry.ProcessInfo;
import dev.backflow.telemetry.Source;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Microsoft Sysmon, channel {@code Microsoft-Windows-Sysmon/Operational} or forwarded, in every
 * rendering of the Windows event log.
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
 * <tr><td>process.parent</td><td>ParentProcessGuid, ParentProcessId, ParentImage, ParentCommandLine</td></tr>
 * </table>
 */
final class SysmonSource implements TelemetrySource {
  static final String NAMES =
      """
      UtcTime ProcessGuid ProcessId Image CommandLine CurrentDirectory Hashes Hash OriginalFileName
      Product Company Description FileVersion User IntegrityLevel ParentProcessGuid ParentProcessId
      ParentImage ParentCommandLine
      """;

  private static final String PROVIDER = "Microsoft-Windows-Sysmon";

  @Override
  public Optional<Normalized> read(ParsedRecord record) {
    if (!(record instanceof ParsedRecord.Windows windows)
        || !windows.event().provider().equals(PROVIDER)) {
      return Optional.empty();
    }
    WindowsEvent e = windows.event();
    if (!e.code().equals("1")) {
      return Optional.of(new Normalized.Ignored(Source.SYSMON, e.code()));
    }
    return Optional.of(new Normalized.Recognized(started(windows, e)));
  }

  private static Event started(ParsedRecord.Windows record, WindowsEvent e) {
    ProcessInfo process = process(e);
    EventHeader header = header(record, e, "Process creation", process.entityId());
    return new Event.ProcessStarted(header, process, Values.account(e.value("User")), null);
  }

  private static EventHeader header(
      ParsedRecord.Windows record, WindowsEvent e, String action, @Nullable String entityId) {
    Instant time = Timestamps.iso(e.value("UtcTime"));
    Host host = e.host();
    String[] identity = {"sysmon", host.id(), e.code(), require(entityId, "Sysmon", "ProcessGuid")};
    return new EventHeader(
        EventId.of(identity),
        require(time == null ? e.logged() : time, "Sysmon", "time"),
        Source.SYSMON,
        e.rendering(),
        host,
        e.code(),
        action,
        record.raw().position());
  }

  private static ProcessInfo process(WindowsEvent e) {
    String image = e.value("Image");
    SysmonHashes hashes = SysmonHashes.of(e.value("Hashes"), e.value("Hash"));
    return ProcessInfo.builder()
        .entityId(Values.guid(e.value("ProcessGuid")))
        .pid(Values.pid(e.value("ProcessId")))
        .executable(image)
        .name(Values.fileName(image))
        .commandLine(e.value("CommandLine"))
        .workingDirectory(e.value("CurrentDirectory"))
        .start(Timestamps.iso(e.value("UtcTime")))
        .integrityLevel(Values.lower(e.value("IntegrityLevel")))
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
