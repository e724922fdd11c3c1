package dev.backflow.commandline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A command line taken out of what wraps it, as its own program would be given it. Not redacted.
 *
 * @param commandLine the line, free of the wrappers' quoting and redirections
 * @param wrappedBy what wrapped it, outermost first; empty for the line itself
 * @param registered whether it is registered to start later (task, service) instead of now
 * @param hostKeyAnsweredByPipe whether a pipe answers the question about the server's key ({@code
 *     echo y|})
 * @param name name of the task or service, or null
 * @param runAs account it is registered to run as, as written, or null
 * @param trigger when it starts, as written, or null
 * @param refusal why the wrapper would refuse to run or register it, or null when it would not: the
 *     line then shows an intention only
 */
public record UnwrappedCommand(
    String commandLine,
    List<String> wrappedBy,
    boolean registered,
    boolean hostKeyAnsweredByPipe,
    @Nullable String name,
    @Nullable String runAs,
    @Nullable String trigger,
    @Nullable String refusal) {

  public UnwrappedCommand {
    wrappedBy = List.copyOf(wrappedBy);
  }
}
