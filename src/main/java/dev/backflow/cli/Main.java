package dev.backflow.cli;

import dev.backflow.export.PermanentException;
import dev.backflow.export.TransientException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ScopeType;

/** The entry point: {@code ./backflow COMMAND}. */
@Command(
    name = "backflow",
    description = "Finds reverse SSH tunnels in Windows endpoint telemetry.",
    mixinStandardHelpOptions = true,
    version = "Backflow 0.1.0",
    scope = ScopeType.INHERIT,
    exitCodeOnInvalidInput = ExitCodes.ERROR,
    exitCodeOnExecutionException = ExitCodes.ERROR,
    subcommands = {
      DemoCommand.class,
      ExplainCommand.class,
      NormalizeCommand.class,
      ScanCommand.class
    })
public final class Main {
  private Main() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setExecutionExceptionHandler(shortMessages())
        .setCaseInsensitiveEnumValuesAllowed(true);
  }

  /**
   * What a person can act on is said in a line; anything else is a fault of ours, with its trace.
   */
  private static IExecutionExceptionHandler shortMessages() {
    return (e, commandLine, parsed) -> {
      if (e instanceof TransientException || e instanceof PermanentException) {
        commandLine.getErr().println("backflow: " + e.getMessage());
      } else {
        e.printStackTrace(commandLine.getErr());
      }
      return ExitCodes.ERROR;
    };
  }
}
