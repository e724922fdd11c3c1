package dev.backflow.telemetry.source;

import static dev.backflow.telemetry.source.IncompleteRecordException.require;

import dev.backflow.telemetry.Event;
import dev.backflow.telemetry.LogonSession;
import dev.backflow.telemetry.Normalized;
import dev.backflow.telemetry.ProcessInfo;
import dev.backflow.telemetry.Source;
import dev.backflow.telemetry.User;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The Windows Security log, in every rendering.
 *
 * <table>
 * <caption>Events</caption>
 * <tr><td>4688</td><td>process started: NewProcessId, NewProcessName, CommandLine (by policy only),
 * ProcessId and ParentProcessName (the parent), MandatoryLabel; user and logon id = Target, else
 * Subject; creator
 * = Subject</td></tr>
 * <tr><td>4689</td><td>process ended: ProcessId, ProcessName, Status</td></tr>
 * <tr><td>5156, 5157</td><td>connection allowed, denied: ProcessID, Application, Direction,
 * SourceAddress, SourcePort, DestAddress, DestPort, Protocol</td></tr>
 * <tr><td>5154, 5158</td><td>listening, bound: SourceAddress, SourcePort</td></tr>
 * <tr><td>4657</td><td>registry value set: ObjectName, ObjectValueName, NewValue,
 * NewValueType</td></tr>
 * <tr><td>4697</td><td>service installed: ServiceName, ServiceFileName, ServiceAccount</td></tr>
 * <tr><td>4698, 4702</td><td>task created, updated: TaskName, TaskContent or TaskContentNew</td></tr>
 * <tr><td>4624</td><td>logon of type 3, 7, 10 from the host itself: TargetUser, IpAddress</td></tr>
 * </table>
 *
 * Its processes have no unique id: events join by host and process id.
 */
final class SecuritySource implements TelemetrySource {
  static final String NAMES =
      """
      NewProcessId NewProcessName ProcessId ProcessID ParentProcessName CommandLine MandatoryLabel
      SubjectUserSid SubjectUserName SubjectDomainName TargetUserSid TargetUserName
      TargetDomainName ProcessName Status Application Direction SourceAddress SourcePort DestAddress
      DestPort Protocol ObjectName ObjectValueName NewValue ServiceName ServiceFileName
      ServiceAccount TaskName TaskContent TaskContentNew LogonType IpAddress SubjectLogonId
      TargetLogonId NewValueType
      """;

  private static final String PROVIDER = "Microsoft-Windows-Security-Auditing";
  private static final int EPHEMERAL = 49_152;

  @Override
  public Optional<Normalized> read(ParsedRecord record) {
    if (!(record instanceof ParsedRecord.Windows windows)
        || !windows.event().provider().equals(PROVIDER)) {
      return Optional.empty();
    }
    Event event = event(windows, windows.event());
    return Optional.of(
        event == null
            ? new Normalized.Ignored(Source.WINDOWS_SECURITY, windows.event().code())
            : new Normalized.Recognized(event));
  }

  private static @Nullable Event event(ParsedRecord.Windows record, WindowsEvent e) {
    return switch (e.code()) {
      case "4688" -> started(record, e);
      case "4689" -> ended(record, e);
      case "5156", "5157" -> connected(record, e);
      case "5154", "5158" -> listening(record, e);
      case "4657" -> valueSet(record, e);
      case "4697" -> service(record, e);
      case "4698", "4702" -> task(record, e);
      case "4624" -> logon(record, e);
      default -> null;
    };
  }

  private static Event started(ParsedRecord.Windows record, WindowsEvent e) {
    String image = require(e.value("NewProcessName"), "4688", "NewProcessName");
    User creator = subject(e);
    User target = account(e, "Target");
    ProcessInfo process =
        ProcessInfo.builder()
            .pid(require(Values.pid(e.value("NewProcessId")), "4688", "NewProcessId"))
            .executable(image)
            .name(Values.fileName(image))
            .commandLine(e.value("CommandLine"))
            .start(e.logged())
            .integrityLevel(Integrity.level(e.value("MandatoryLabel")))
            .session(session(e, target != null))
            .parent(parent(e))
            .build();
    return new Event.ProcessStarted(
        WindowsHeaders.of(record, "created-process"),
        process,
        target == null ? creator : target,
        creator);
  }

  private static @Nullable ProcessInfo parent(WindowsEvent e) {
    Long pid = Values.pid(e.value("ProcessId"));
    String image = e.value("ParentProcessName");
    return pid == null && image == null
        ? null
        : ProcessInfo.builder().pid(pid).executable(image).name(Values.fileName(image)).build();
  }

  private static Event ended(ParsedRecord.Windows record, WindowsEvent e) {
    return new Event.ProcessEnded(
        WindowsHeaders.of(record, "exited-process"),
        actor(e, e.value("ProcessName")),
        Values.number(e.value("Status")),
        subject(e));
  }

  /** The spelling of the process id differs between the events, and between renderings of one. */
  private static ProcessInfo actor(WindowsEvent e, @Nullable String image) {
    String pid = e.value("ProcessID");
    return ProcessInfo.builder()
        .pid(Values.pid(pid == null ? e.value("ProcessId") : pid))
        .executable(image)
        .name(Values.fileName(image))
        .build();
  }

  private static Event connected(ParsedRecord.Windows record, WindowsEvent e) {
    boolean allowed = e.code().equals("5156");
    String direction = direction(e.value("Direction"));
    Event.Endpoint source = Network.endpoint(e.value("SourceAddress"), e.value("SourcePort"), null);
    Event.Endpoint destination =
        Network.endpoint(e.value("DestAddress"), e.value("DestPort"), null);
    boolean swapped = direction.equals(Network.INGRESS) && localIsSource(source, destination);
    Event.Endpoint from = swapped ? destination : source;
    Event.Endpoint to = swapped ? source : destination;
    Event.Endpoint local = direction.equals(Network.INGRESS) ? to : from;
    return new Event.NetworkConnection(
        WindowsHeaders.of(
            record,
            allowed ? "windows-firewall-connection" : "windows-firewall-packet-block",
            Network.ownAddress(local)),
        actor(e, e.value("Application")),
        null,
        Network.transport(e.value("Protocol")),
        direction,
        from,
        to,
        allowed);
  }

  /**
   * Whether an inbound record names the local service as its source: Windows 7 does, Windows 10 and
   * later name the remote side. The service's port is the lower one.
   */
  private static boolean localIsSource(
      Event.@Nullable Endpoint source, Event.@Nullable Endpoint destination) {
    Integer from = source == null ? null : source.port();
    Integer to = destination == null ? null : destination.port();
    return from != null && to != null && from < EPHEMERAL && to >= EPHEMERAL;
  }

  private static String direction(@Nullable String value) {
    if (value == null) {
      return Network.UNKNOWN;
    }
    return switch (value) {
      case "%%14592", "Inbound" -> Network.INGRESS;
      case "%%14593", "Outbound" -> Network.EGRESS;
      default -> Network.UNKNOWN;
    };
  }

  private static Event listening(ParsedRecord.Windows record, WindowsEvent e) {
    boolean listens = e.code().equals("5154");
    Event.Endpoint local = Network.endpoint(e.value("SourceAddress"), e.value("SourcePort"), null);
    return new Event.NetworkConnection(
        WindowsHeaders.of(record, listens ? "listen" : "bind", Network.ownAddress(local)),
        actor(e, e.value("Application")),
        null,
        Network.transport(e.value("Protocol")),
        listens ? Network.LISTEN : Network.UNKNOWN,
        local,
        null,
        Boolean.TRUE);
  }

  private static Event valueSet(ParsedRecord.Windows record, WindowsEvent e) {
    return Registry.valueSet(
        WindowsHeaders.of(record, "modified-registry-value"),
        actor(e, e.value("ProcessName")),
        subject(e),
        Registry.shortKey(require(e.value("ObjectName"), "4657", "ObjectName")),
        e.value("ObjectValueName"),
        e.value("NewValue"),
        e.value("NewValueType"));
  }

  private static Event service(ParsedRecord.Windows record, WindowsEvent e) {
    return new Event.AutostartRegistered(
        WindowsHeaders.of(record, "service-installed"),
        "service",
        require(e.value("ServiceName"), "4697", "ServiceName"),
        e.value("ServiceFileName"),
        e.value("ServiceAccount"),
        subject(e),
        null);
  }

  private static Event task(ParsedRecord.Windows record, WindowsEvent e) {
    String content = e.value("TaskContent");
    TaskXml task = TaskXml.of(content == null ? e.value("TaskContentNew") : content);
    return new Event.AutostartRegistered(
        WindowsHeaders.of(
            record, e.code().equals("4698") ? "scheduled-task-created" : "scheduled-task-updated"),
        "task",
        require(e.value("TaskName"), e.code(), "TaskName"),
        task.commandLine(),
        task.runAs(),
        subject(e),
        task.trigger());
  }

  private static @Nullable Event logon(ParsedRecord.Windows record, WindowsEvent e) {
    Integer type = Logons.type(e.value("LogonType"));
    String from = e.value("IpAddress");
    if (type == null || !Logons.counts(type, from, e.hostIp())) {
      return null;
    }
    return new Event.Logon(
        WindowsHeaders.of(record, "logged-in"), account(e, "Target"), type, from, session(e, true));
  }

  private static LogonSession session(WindowsEvent e, boolean target) {
    String own = target ? Values.logonId(e.value("TargetLogonId")) : null;
    return LogonSession.of(own == null ? Values.logonId(e.value("SubjectLogonId")) : own, null);
  }

  private static @Nullable User subject(WindowsEvent e) {
    return account(e, "Subject");
  }

  /** The null SID {@code S-1-0-0} says that there is nobody. */
  private static @Nullable User account(WindowsEvent e, String role) {
    String sid = e.value(role + "UserSid");
    String name = e.value(role + "UserName");
    String id = sid == null || !sid.startsWith("S-1-") || sid.equals("S-1-0-0") ? null : sid;
    return id == null && name == null ? null : new User(id, e.value(role + "DomainName"), name);
  }
}
