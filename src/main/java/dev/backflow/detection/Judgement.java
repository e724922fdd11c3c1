package dev.backflow.detection;

import dev.backflow.commandline.ClientReading;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision before redaction: it never leaves this package.
 *
 * @param verdict the verdict
 * @param identified the client, or null when the program is none
 * @param reading what the client makes of the line; null as {@code identified}
 * @param commandLine the line that was decided
 * @param argv its arguments
 * @param context what wrapped the line
 * @param reasons why, with the arguments as they are
 */
record Judgement(
    Verdict verdict,
    @Nullable Identified identified,
    @Nullable ClientReading reading,
    String commandLine,
    List<String> argv,
    Context context,
    List<Reason> reasons) {

  /**
   * Where a line was found.
   *
   * @param kind registered, launched by a wrapper, or running
   * @param wrappedBy what wrapped it, outermost first
   * @param keyAnsweredByPipe whether a pipe answers the question about the server's key
   * @param refusal why the wrapper would not run it, or null
   * @param argumentsOnly whether it is arguments alone, of a program that another record names
   */
  record Context(
      Detection.Kind kind,
      List<String> wrappedBy,
      boolean keyAnsweredByPipe,
      @Nullable String refusal,
      boolean argumentsOnly) {
    static final Context RUNNING =
        new Context(Detection.Kind.RUNNING, List.of(), false, null, false);
    static final Context REGISTERED =
        new Context(Detection.Kind.REGISTERED, List.of(), false, null, false);
    static final Context REGISTERED_ARGUMENTS =
        new Context(Detection.Kind.REGISTERED, List.of(), false, null, true);
  }
}
