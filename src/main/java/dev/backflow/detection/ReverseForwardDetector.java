package dev.backflow.detection;

import dev.backflow.commandline.Redactor;
import dev.backflow.commandline.WindowsArgv;
import dev.backflow.telemetry.Event;
import dev.backflow.telemetry.ProcessInfo;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds reverse port forwards in events: in the line of a process that started, in what a task, a
 * service or a registry value will start, and in the commands that these wrap. Stateless and safe
 * for several threads; only Windows hosts count, and those whose system the record does not tell.
 */
public final class ReverseForwardDetector {
  private static final String WINDOWS = "windows";

  private final CommandLineDecider decider;
  private final Redactor redactor = new Redactor();

  /** Makes a detector that knows of nothing but the event. */
  public ReverseForwardDetector() {
    this(Knowledge.NONE);
  }

  /** Makes a detector that also asks what the deployment has learned. */
  public ReverseForwardDetector(Knowledge knowledge) {
    this.decider = new CommandLineDecider(knowledge);
  }

  /**
   * Returns what an event shows, every command line redacted; empty when no line of it asks for a
   * reverse forward, tries to, or hides whether it does.
   */
  public List<Detection> detect(Event event) {
    String system = event.header().host().osType();
    if (system != null && !system.equals(WINDOWS)) {
      return List.of();
    }
    List<Judgement> judgements = judge(event);
    if (judgements.stream().allMatch(j -> j.verdict() == Verdict.NONE)) {
      return List.of();
    }
    return detections(event, judgements);
  }

  private List<Judgement> judge(Event event) {
    String hostId = event.header().host().id();
    if (event instanceof Event.ProcessStarted started) {
      Subject subject = subject(started.process());
      return subject == null
          ? List.of()
          : decider.judgeAll(subject, Judgement.Context.RUNNING, hostId);
    }
    if (event instanceof Event.AutostartRegistered autostart) {
      return registered(autostart.commandLine(), Judgement.Context.REGISTERED, hostId);
    }
    return event instanceof Event.RegistryValueSet set ? value(set, hostId) : List.of();
  }

  private List<Judgement> value(Event.RegistryValueSet set, String hostId) {
    AutostartRegistry.Content content = AutostartRegistry.content(set.key(), set.value());
    if (content == null) {
      return List.of();
    }
    return registered(
        set.data(),
        content == AutostartRegistry.Content.ARGUMENTS
            ? Judgement.Context.REGISTERED_ARGUMENTS
            : Judgement.Context.REGISTERED,
        hostId);
  }

  private List<Judgement> registered(
      @Nullable String line, Judgement.Context context, String hostId) {
    return line == null ? List.of() : decider.judgeAll(Subject.of(line), context, hostId);
  }

  private static @Nullable Subject subject(ProcessInfo process) {
    String line = process.commandLine();
    if (line == null && process.args().isEmpty()) {
      return null;
    }
    return new Subject(
        process.executable() == null ? process.name() : process.executable(),
        process.pe().originalFileName(),
        process.pe().description(),
        process.pe().product(),
        process.pe().fileVersion(),
        process.hash().sha256(),
        line == null ? WindowsArgv.join(process.args()) : line,
        line == null ? List.of() : process.args());
  }

  private List<Detection> detections(Event event, List<Judgement> judgements) {
    List<String> lines = new ArrayList<>(EventRedaction.lines(event));
    judgements.forEach(j -> lines.add(j.commandLine()));
    Redaction redaction = new Redaction(redactor, lines);
    Event redacted = EventRedaction.redact(event, redaction);
    List<Detection> detections = new ArrayList<>();
    for (Judgement judgement : judgements) {
      if (judgement.verdict() != Verdict.NONE) {
        Decision decision = CommandLineDecider.decision(judgement, redaction);
        detections.add(detection(redacted, detections.size(), decision));
      }
    }
    return detections;
  }

  /** What was tried counts with the forwards and the server it was tried with. */
  private static Detection detection(Event event, int ordinal, Decision decision) {
    if (decision.program() == null || decision.identification() == null) {
      throw new IllegalStateException("a verdict without a program: " + decision.commandLine());
    }
    return new Detection(
        event,
        ordinal,
        decision.verdict(),
        decision.program(),
        decision.identification(),
        decision.kind(),
        decision.verdict() == Verdict.FORWARD ? decision.forwards() : decision.attempted(),
        decision.destination() == null ? decision.apparent() : decision.destination(),
        decision.facts(),
        decision.wrappedBy(),
        decision.commandLine(),
        decision.reasons());
  }
}
