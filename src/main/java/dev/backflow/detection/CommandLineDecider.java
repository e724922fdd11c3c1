package dev.backflow.detection;

import dev.backflow.commandline.ClientReading;
import dev.backflow.commandline.CommandUnwrapper;
import dev.backflow.commandline.ConnectionFacts;
import dev.backflow.commandline.Destination;
import dev.backflow.commandline.Redactor;
import dev.backflow.commandline.RemoteForward;
import dev.backflow.commandline.UnwrappedCommand;
import dev.backflow.commandline.WindowsArgv;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a command line asks its program for a reverse port forward, as that program
 * itself would. Stateless and safe for several threads.
 */
public final class CommandLineDecider {
  private final Judge judge;
  private final CommandUnwrapper unwrapper = new CommandUnwrapper();
  private final Redactor redactor = new Redactor();

  /** Makes a decider that knows of nothing but the line. */
  public CommandLineDecider() {
    this(Knowledge.NONE);
  }

  /** Makes a decider that also asks what the deployment has learned. */
  public CommandLineDecider(Knowledge knowledge) {
    this.judge = new Judge(knowledge);
  }

  /** Decides a line; of several commands in it the one with the gravest verdict counts. */
  public Decision decide(Subject subject) {
    return decideAll(subject).stream()
        .min(Comparator.comparing(Decision::verdict))
        .orElseThrow(() -> new IllegalStateException("no decision on a line"));
  }

  /**
   * Decides a line and every command it has another program start.
   *
   * @return the line's own decision first; never empty
   */
  public List<Decision> decideAll(Subject subject) {
    List<Judgement> judgements = judgeAll(subject, Judgement.Context.RUNNING, "");
    Redaction redaction = redaction(judgements);
    return judgements.stream().map(j -> decision(j, redaction)).toList();
  }

  /** Explains what {@link #decideAll} decides, in the same order. */
  public List<Explanation> explain(Subject subject) {
    List<Judgement> judgements = judgeAll(subject, Judgement.Context.RUNNING, "");
    Redaction redaction = redaction(judgements);
    return judgements.stream()
        .map(j -> Explainer.explain(subject, j, decision(j, redaction), redaction))
        .toList();
  }

  private Redaction redaction(List<Judgement> judgements) {
    return new Redaction(redactor, judgements.stream().map(Judgement::commandLine).toList());
  }

  /**
   * Returns the server that a line names if its program is ssh under another name, or null: for a
   * person who asks what a line would do, never for a verdict.
   */
  public @Nullable Destination serverIfSsh(Subject subject) {
    String name = Judge.simpleName(subject);
    List<String> argv = WindowsArgv.texts(WindowsArgv.split(subject.commandLine()));
    Destination server = Client.SSH.read(argv, null).destination();
    if (server == null
        || ImageName.isUnixTool(name)
        || !ShapeIdentifier.isHostName(server.host())) {
      return null;
    }
    return server.user() == null && unwrapper.opens(name) ? null : server;
  }

  /** Most processes are no client and start none: they are done after a few looks at a name. */
  List<Judgement> judgeAll(Subject subject, Judgement.Context context, String hostId) {
    String name = Judge.simpleName(subject);
    Identified identified = judge.identify(subject, name);
    if (identified != null || context.argumentsOnly() || !mayWrap(subject, name)) {
      return List.of(judge.judge(subject, name, identified, context, hostId));
    }
    List<Judgement> inside = new ArrayList<>();
    for (UnwrappedCommand command : unwrapper.unwrap(subject.commandLine())) {
      if (!command.wrappedBy().isEmpty()) {
        inside.add(
            judge.judge(Subject.of(command.commandLine()), inside(command, context), hostId));
      }
    }
    // A client renamed conhost.exe is no wrapper: where nothing inside is a client, the line may
    // be.
    boolean wraps = inside.stream().anyMatch(j -> j.identified() != null);
    List<Judgement> all = new ArrayList<>();
    all.add(
        wraps
            ? Judge.noClient(subject, context)
            : judge.judge(subject, name, null, context, hostId));
    all.addAll(inside);
    return all;
  }

  /** Without an image the line may be a shell's text, which begins with no program at all. */
  private boolean mayWrap(Subject subject, String name) {
    return subject.image() == null || subject.image().isBlank() || unwrapper.opens(name);
  }

  private static Judgement.Context inside(UnwrappedCommand command, Judgement.Context outer) {
    Detection.Kind kind =
        command.registered() || outer.kind() == Detection.Kind.REGISTERED
            ? Detection.Kind.REGISTERED
            : Detection.Kind.LAUNCHED_BY_WRAPPER;
    return new Judgement.Context(
        kind, command.wrappedBy(), command.hostKeyAnsweredByPipe(), command.refusal(), false);
  }

  static Decision decision(Judgement judgement, Redaction redaction) {
    ClientReading reading = judgement.reading();
    Identified identified = judgement.identified();
    if (reading == null || identified == null) {
      return undecided(judgement, redaction);
    }
    boolean requests = judgement.verdict() == Verdict.FORWARD;
    return new Decision(
        judgement.verdict(),
        reading.program(),
        identified.how(),
        judgement.context().kind(),
        requests ? reading.requested() : List.of(),
        requests ? reading.unrequested() : all(reading),
        reading.destination(),
        reading.apparent(),
        redaction.facts(facts(reading.facts(), judgement.context())),
        judgement.context().wrappedBy(),
        redaction.line(judgement.commandLine()),
        judgement.reasons().stream().map(redaction::reason).toList());
  }

  private static Decision undecided(Judgement judgement, Redaction redaction) {
    return new Decision(
        judgement.verdict(),
        null,
        null,
        judgement.context().kind(),
        List.of(),
        List.of(),
        null,
        null,
        ConnectionFacts.NONE,
        judgement.context().wrappedBy(),
        redaction.line(judgement.commandLine()),
        judgement.reasons());
  }

  private static List<RemoteForward> all(ClientReading reading) {
    List<RemoteForward> all = new ArrayList<>(reading.requested());
    all.addAll(reading.unrequested());
    return all;
  }

  private static ConnectionFacts facts(ConnectionFacts facts, Judgement.Context context) {
    return context.keyAnsweredByPipe() && facts.hostKeyCheckOff() == null
        ? facts.withHostKeyCheckOff("answered by a pipe")
        : facts;
  }
}
