package dev.backflow.detection;

import dev.backflow.commandline.ClientReading;
import dev.backflow.commandline.Outcome;
import dev.backflow.commandline.WindowsArgv;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges one line that nothing wraps. */
final class Judge {
  private static final Reason NO_CLIENT =
      new Reason(null, null, "neither the image nor the arguments are an SSH client's");

  private final Knowledge knowledge;
  private final ClientIdentifier identifier;

  Judge(Knowledge knowledge) {
    this.knowledge = knowledge;
    this.identifier = new ClientIdentifier(knowledge);
  }

  /**
   * Judges a line.
   *
   * @param hostId the host it was seen on, empty when none is known
   */
  Judgement judge(Subject subject, Judgement.Context context, String hostId) {
    String line = subject.commandLine();
    String name = simpleName(subject);
    Identified identified = identifier.identify(subject, name);
    if (identified == null && !ShapeIdentifier.mayForward(line)) {
      return wrapper(subject, context);
    }
    List<String> argv = WindowsArgv.texts(WindowsArgv.split(line));
    if (identified == null) {
      identified = ShapeIdentifier.identify(argv, name);
    }
    return identified == null
        ? wrapper(subject, context)
        : judge(subject, identified, argv, context, hostId);
  }

  private Judgement judge(
      Subject subject,
      Identified identified,
      List<String> argv,
      Judgement.Context context,
      String hostId) {
    ClientReading reading = identified.client().read(argv, subject.fileVersion());
    String hidden = HiddenSource.of(reading, knowledge, hostId);
    Verdict verdict = verdict(reading, hidden, context);
    List<Reason> reasons = new ArrayList<>();
    Reasons.identification(identified, reasons);
    Reasons.reading(reading, argv, verdict, hidden, reasons);
    if (context.refusal() != null) {
      reasons.add(new Reason(null, null, context.refusal()));
    }
    Splitters.compare(subject, identified, argv, reading, reasons);
    return new Judgement(
        verdict, identified, reading, subject.commandLine(), argv, context, reasons);
  }

  /** Returns whether the record itself names a client, whatever the arguments. */
  boolean isClient(Subject subject) {
    return identifier.identify(subject, simpleName(subject)) != null;
  }

  /** Judges a line whose program is known to be no client, but to start others. */
  static Judgement wrapper(Subject subject, Judgement.Context context) {
    return new Judgement(
        Verdict.NONE, null, null, subject.commandLine(), List.of(), context, List.of(NO_CLIENT));
  }

  /** What a wrapper refuses to run shows an intention and no more. */
  private static Verdict verdict(
      ClientReading reading, @Nullable String hidden, Judgement.Context context) {
    Verdict verdict = verdict(reading, hidden);
    return verdict == Verdict.FORWARD && context.refusal() != null ? Verdict.ATTEMPT : verdict;
  }

  static Verdict verdict(ClientReading reading, @Nullable String hidden) {
    if (!reading.requested().isEmpty()) {
      return Verdict.FORWARD;
    }
    if (reading.outcome() instanceof Outcome.Informs || reading.switchedOff() != null) {
      return Verdict.NONE;
    }
    if (reading.reverseAsked() || Lookalike.isIn(reading)) {
      return Verdict.ATTEMPT;
    }
    boolean connects = reading.outcome() instanceof Outcome.Connects;
    return connects && hidden != null ? Verdict.HIDDEN : Verdict.NONE;
  }

  /** Returns the name a line's program goes by: its image's, or its first argument's. */
  static String simpleName(Subject subject) {
    String image = subject.image();
    if (image != null && !image.isBlank()) {
      return ImageName.simple(image);
    }
    return ImageName.simple(WindowsArgv.programName(subject.commandLine().stripLeading()));
  }
}
