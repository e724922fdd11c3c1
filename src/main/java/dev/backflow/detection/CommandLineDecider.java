package dev.backflow.detection;

import dev.backflow.commandline.ClientReading;
import dev.backflow.commandline.ConnectionFacts;
import dev.backflow.commandline.Destination;
import dev.backflow.commandline.Outcome;
import dev.backflow.commandline.ShellArgv;
import dev.backflow.commandline.WindowsArgv;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a command line asks its program for a reverse port forward, as that program
 * itself would. Stateless and safe for several threads.
 */
public final class CommandLineDecider {
  private final Knowledge knowledge;
  private final ClientIdentifier identifier;

  /** Makes a decider that knows of nothing but the line. */
  public CommandLineDecider() {
    this(Knowledge.NONE);
  }

  /** Makes a decider that also asks what the deployment has learned. */
  public CommandLineDecider(Knowledge knowledge) {
    this.knowledge = knowledge;
    this.identifier = new ClientIdentifier(knowledge);
  }

  /** Decides one line. */
  public Decision decide(Subject subject) {
    return decide(subject, "");
  }

  /**
   * Returns the server that a line names if its program is ssh under another name, or null: for a
   * person who asks what a line would do, never for a verdict.
   */
  public static @Nullable Destination serverIfSsh(String commandLine) {
    return Client.SSH.read(WindowsArgv.texts(WindowsArgv.split(commandLine)), null).destination();
  }

  Decision decide(Subject subject, String hostId) {
    String name = simpleName(subject);
    Identified identified = identifier.identify(subject, name);
    if (identified == null && !ShapeIdentifier.mayForward(subject.commandLine())) {
      return unknown(subject);
    }
    List<String> argv = WindowsArgv.texts(WindowsArgv.split(subject.commandLine()));
    if (identified == null) {
      identified = ShapeIdentifier.identify(argv, name);
    }
    return identified == null ? unknown(subject) : decided(subject, identified, argv, hostId);
  }

  private Decision decided(
      Subject subject, Identified identified, List<String> argv, String hostId) {
    ClientReading reading = identified.client().read(argv, subject.fileVersion());
    String hidden = HiddenSource.of(reading, knowledge, hostId);
    Verdict verdict = verdict(reading, hidden);
    List<Reason> reasons = new ArrayList<>();
    Reasons.identification(identified, reasons);
    Reasons.reading(reading, argv, verdict, hidden, reasons);
    splitters(subject, identified, argv, reading, reasons);
    return new Decision(
        verdict,
        reading.program(),
        identified.how(),
        Detection.Kind.RUNNING,
        reading.requested(),
        reading.unrequested(),
        reading.destination(),
        reading.apparent(),
        reading.facts(),
        List.of(),
        subject.commandLine(),
        reasons);
  }

  private static Decision unknown(Subject subject) {
    return new Decision(
        Verdict.NONE,
        null,
        null,
        Detection.Kind.RUNNING,
        List.of(),
        List.of(),
        null,
        null,
        ConnectionFacts.NONE,
        List.of(),
        subject.commandLine(),
        List.of(new Reason(null, null, "neither the image nor the arguments are an SSH client's")));
  }

  private static Verdict verdict(ClientReading reading, @Nullable String hidden) {
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

  /** Says where another splitter's argv would have led to another decision. */
  private static void splitters(
      Subject subject,
      Identified identified,
      List<String> argv,
      ClientReading reading,
      List<Reason> reasons) {
    if (mayBeSplitOtherwise(subject.commandLine())) {
      List<String> shell = ShellArgv.split(subject.commandLine());
      if (differs(shell, identified, argv, reading, subject)) {
        reasons.add(
            new Reason(
                null,
                null,
                "CommandLineToArgvW, by which many log shippers fill their argv, splits this line"
                    + " otherwise and would lead to another decision; the program splits as here"));
      }
    }
    if (!subject.argv().isEmpty() && differs(subject.argv(), identified, argv, reading, subject)) {
      reasons.add(
          new Reason(
              null,
              null,
              "the record's own argv would lead to another decision; the command line counts"));
    }
  }

  private static boolean differs(
      List<String> other,
      Identified identified,
      List<String> argv,
      ClientReading reading,
      Subject subject) {
    if (other.equals(argv)) {
      return false;
    }
    ClientReading otherwise = identified.client().read(other, subject.fileVersion());
    return !otherwise.requested().equals(reading.requested())
        || verdict(otherwise, null) != verdict(reading, null);
  }

  /** The splitters differ over runs of quotes and over a quoted program name that goes on. */
  private static boolean mayBeSplitOtherwise(String line) {
    if (line.contains("\"\"")) {
      return true;
    }
    int close = line.startsWith("\"") ? line.indexOf('"', 1) : -1;
    return close > 0 && close + 1 < line.length() && " \t".indexOf(line.charAt(close + 1)) < 0;
  }

  private static String simpleName(Subject subject) {
    String image = subject.image();
    if (image != null && !image.isBlank()) {
      return ImageName.simple(image);
    }
    return ImageName.simple(WindowsArgv.programName(subject.commandLine().stripLeading()));
  }
}
