package dev.backflow.triage;

import dev.backflow.commandline.ConnectionFacts;
import dev.backflow.commandline.Destination;
import dev.backflow.commandline.Program;
import dev.backflow.commandline.RemoteForward;
import dev.backflow.detection.Detection;
import dev.backflow.detection.Reason;
import dev.backflow.detection.Verdict;
import dev.backflow.export.RecordPosition;
import dev.backflow.telemetry.Event;
import dev.backflow.telemetry.EventHeader;
import dev.backflow.telemetry.EventId;
import dev.backflow.telemetry.Hashes;
import dev.backflow.telemetry.Host;
import dev.backflow.telemetry.HostOs;
import dev.backflow.telemetry.PortableExecutable;
import dev.backflow.telemetry.ProcessInfo;
import dev.backflow.telemetry.Source;
import dev.backflow.telemetry.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Detections for tests: starts from an unremarkable one, changed a trait at a time. */
public final class Detections {
  private String eventId = "event-1";
  private Instant time = Instant.parse("2026-03-02T02:11:07Z");
  private Host host = new Host("host-1", "ws042.example.com", "windows", List.of());
  private Verdict verdict = Verdict.FORWARD;
  private Program program = Program.OPENSSH;
  private Detection.Identification identification = Detection.Identification.IMAGE_NAME;
  private Detection.Kind kind = Detection.Kind.RUNNING;
  private List<RemoteForward> forwards = List.of(RemoteForward.tcp(null, 8080, "localhost", 8000));
  private Destination destination = new Destination("u", "203.0.113.7", 22);
  private String image = "C:\\Windows\\System32\\OpenSSH\\ssh.exe";
  private String commandLine = "ssh -R 8080:localhost:8000 u@203.0.113.7";
  private User user = new User("S-1-5-21-1-2-3-1001", "EXAMPLE", "jo");
  private ProcessInfo parent =
      ProcessInfo.builder()
          .name("cmd.exe")
          .executable("C:\\Windows\\System32\\cmd.exe")
          .commandLine("cmd.exe")
          .build();
  private String hostKeyCheckOff;
  private boolean inlinePassword;
  private List<String> identityFiles = List.of();
  private String configFile;

  private Detections() {}

  public static Detections forward() {
    return new Detections();
  }

  public Detections event(String id, String at) {
    eventId = id;
    time = Instant.parse(at);
    return this;
  }

  public Detections host(String id, String name) {
    host = new Host(id, name, "windows", List.of("192.0.2.10"));
    return this;
  }

  public Detections os(HostOs os) {
    host = new Host(host.id(), host.name(), host.osType(), host.ip(), os, host.type());
    return this;
  }

  public Detections verdict(Verdict value) {
    verdict = value;
    return this;
  }

  public Detections plink() {
    program = Program.PLINK;
    image = "C:\\Program Files\\PuTTY\\plink.exe";
    return this;
  }

  public Detections renamed(String path) {
    identification = Detection.Identification.VERSION_RESOURCE;
    image = path;
    return this;
  }

  public Detections image(String path) {
    image = path;
    return this;
  }

  public Detections registered() {
    kind = Detection.Kind.REGISTERED;
    return this;
  }

  public Detections forwards(RemoteForward... value) {
    forwards = List.of(value);
    return this;
  }

  public Detections to(String login, String server, int port) {
    destination = new Destination(login, server, port);
    return this;
  }

  public Detections line(String value) {
    commandLine = value;
    return this;
  }

  public Detections user(String sid, String domain, String name) {
    user = new User(sid, domain, name);
    return this;
  }

  public Detections parents(String... names) {
    ProcessInfo next = null;
    List<String> outermostFirst = new ArrayList<>(List.of(names));
    java.util.Collections.reverse(outermostFirst);
    for (String name : outermostFirst) {
      next = ProcessInfo.builder().name(name).commandLine(name + " --run").parent(next).build();
    }
    parent = next;
    return this;
  }

  public Detections hostKeyCheckOff() {
    hostKeyCheckOff = "StrictHostKeyChecking=no";
    return this;
  }

  public Detections inlinePassword() {
    inlinePassword = true;
    return this;
  }

  public Detections keyFile(String path) {
    identityFiles = List.of(path);
    return this;
  }

  public Detections configFile(String path) {
    configFile = path;
    return this;
  }

  public Detection build() {
    ProcessInfo process =
        ProcessInfo.builder()
            .entityId("p-1")
            .pid(4711L)
            .name(image.substring(image.lastIndexOf('\\') + 1))
            .executable(image)
            .commandLine(commandLine)
            .hash(new Hashes(null, null, "ab".repeat(32)))
            .pe(new PortableExecutable("Plink", null, null, null, null, null))
            .parent(parent)
            .build();
    EventHeader header =
        new EventHeader(
            EventId.of(eventId),
            time,
            Source.SYSMON,
            "event_xml",
            host,
            "1",
            null,
            new RecordPosition("export.xml", 1234, 7),
            null);
    ConnectionFacts facts =
        new ConnectionFacts(
            List.of(),
            List.of(),
            null,
            identityFiles,
            configFile,
            hostKeyCheckOff,
            inlinePassword,
            true,
            false,
            null);
    return new Detection(
        new Event.ProcessStarted(header, process, user, null),
        0,
        verdict,
        program,
        identification,
        kind,
        forwards,
        destination,
        facts,
        List.of(),
        commandLine,
        List.of(new Reason(1, "-R", "asks the server to listen")));
  }
}
