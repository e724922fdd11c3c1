package dev.backflow.detection;

import dev.backflow.commandline.ConnectionFacts;
import dev.backflow.commandline.Destination;
import dev.backflow.commandline.Program;
import dev.backflow.commandline.RemoteForward;
import dev.backflow.telemetry.Event;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A verdict on one event, and all that later rooms need of it.
 *
 * @param event the event, every command line in it redacted
 * @param ordinal 0-based number of the detection among those of its event: a chain of commands can
 *     hold several
 * @param verdict never {@link Verdict#NONE}
 * @param program which grammar decided
 * @param identification how the program was recognised
 * @param kind registered, launched by a wrapper, or running
 * @param forwards the reverse forwards requested, or those attempted
 * @param destination the SSH server; where the program refuses the line, the one it names; null
 *     when it names none
 * @param facts what else the line says
 * @param wrappedBy what wrapped the command, outermost first; empty for a plain line
 * @param commandLine the deciding line, redacted
 * @param reasons why
 */
public record Detection(
    Event event,
    int ordinal,
    Verdict verdict,
    Program program,
    Identification identification,
    Kind kind,
    List<RemoteForward> forwards,
    @Nullable Destination destination,
    ConnectionFacts facts,
    List<String> wrappedBy,
    String commandLine,
    List<Reason> reasons) {

  /** Version of the rules that made this detection; every sighting and case names it. */
  public static final String VERSION = "1";

  public Detection {
    forwards = List.copyOf(forwards);
    wrappedBy = List.copyOf(wrappedBy);
    reasons = List.copyOf(reasons);
  }

  /** How the program was recognised. */
  public enum Identification {
    IMAGE_NAME(false),
    /** The image has another name, its version resource or hash gives it away. */
    VERSION_RESOURCE(true),
    /** The image has another name, its arguments give it away. */
    SHAPE(true),
    /** Only arguments are known, of a program that another record names; they give it away. */
    ARGUMENTS(false);

    private final boolean renamed;

    Identification(boolean renamed) {
      this.renamed = renamed;
    }

    /** Returns whether the binary runs under another name than its own. */
    public boolean renamed() {
      return renamed;
    }
  }

  /** What a sighting shows: only {@link #RUNNING} counts as a launch. */
  public enum Kind {
    REGISTERED,
    LAUNCHED_BY_WRAPPER,
    RUNNING
  }
}
