package dev.backflow.detection;

import dev.backflow.commandline.ClientReading;
import dev.backflow.commandline.Outcome;
import dev.backflow.commandline.WindowsArgv;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges one line that nothing wraps. */
final class Judge {
  private static final List<Reason> NO_CLIENT =
      List.of(new Reason(null, null, "neither the image nor the arguments are an SSH client's"));

  /** Stands in the place of the program where only its arguments are known. */
  private static final String UNKNOWN_PROGRAM = "? ";

  private final Knowledge knowledge;
  private final ClientIdentifier identifier;

  Judge(Knowledge knowledge) {
    this.knowledge = knowledge;
    this.identifier = new ClientIdentifier(knowledge);
  }

  /** Returns the client that the record names, whatever the arguments, or null. */
  @Nullable Identified identify(Subject subject, String simpleName) {
    return identifier.identify(subject, simpleName);
  }

  Judgement judge(Subject subject, Judgement.Context context, String hostId) {
    String name = simpleName(subject);
    return judge(subject, name, identify(subject, name), context, hostId);
  }

  /**
   * Judges a line.
   *
   * @param name the program's simple name
   * @param known the client that the record names, or null: then the arguments may give one away
   * @param hostId the host it was seen on, empty when none is known
   */
  Judgement judge(
      Subject subject,
      String name,
      @Nullable Identified known,
      Judgement.Context context,
      String hostId) {
    String line =
        context.argumentsOnly() ? UNKNOWN_PROGRAM + subject.commandLine() : subject.commandLine();
    if (known == null && !ShapeIdentifier.mayForward(line)) {
      return noClient(subject, context);
    }
    List<String> argv = WindowsArgv.texts(WindowsArgv.split(line));
    Identified identified = known == null ? byShape(argv, name, context) : known;
    return identified == null
        ? noClient(subject, context)
        : decided(subject, identified, argv, context, hostId);
  }

  /** Arguments without their program cannot tell whether it is renamed. */
  private static @Nullable Identified byShape(
      List<String> argv, String name, Judgement.Context context) {
    Identified shape = ShapeIdentifier.identify(argv, name);
    return shape == null || !context.argumentsOnly()
        ? shape
        : new Identified(shape.client(), Detection.Identification.ARGUMENTS);
  }

  private Judgement decided(
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

  /** Judges a line whose program is no client, though it may start one. */
  static Judgement noClient(Subject subject, Judgement.Context context) {
    return new Judgement(
        Verdict.NONE, null, null, subject.commandLine(), List.of(), context, NO_CLIENT);
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
