package dev.backflow.detection;

import dev.backflow.commandline.ConnectionFacts;
import dev.backflow.commandline.Destination;
import dev.backflow.commandline.Program;
import dev.backflow.commandline.RemoteForward;
import dev.backflow.detection.Detection.Identification;
import dev.backflow.detection.Detection.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The decision on one command line. All text is redacted.
 *
 * @param verdict also {@link Verdict#NONE}
 * @param program which grammar decided, or null when the program is no client
 * @param identification how it was recognised, or null when it is none
 * @param kind registered, launched by a wrapper, or running
 * @param forwards the reverse forwards the program would request
 * @param attempted those named on the line that it would not request
 * @param destination the server, null unless the program gets as far as one
 * @param apparent the server the line names, also where the program refuses the line
 * @param facts what else the line says
 * @param wrappedBy what wrapped the command, outermost first
 * @param commandLine the deciding line
 * @param reasons why
 */
public record Decision(
    Verdict verdict,
    @Nullable Program program,
    @Nullable Identification identification,
    Kind kind,
    List<RemoteForward> forwards,
    List<RemoteForward> attempted,
    @Nullable Destination destination,
    @Nullable Destination apparent,
    ConnectionFacts facts,
    List<String> wrappedBy,
    String commandLine,
    List<Reason> reasons) {

  public Decision {
    forwards = List.copyOf(forwards);
    attempted = List.copyOf(attempted);
    wrappedBy = List.copyOf(wrappedBy);
    reasons = List.copyOf(reasons);
  }
}
