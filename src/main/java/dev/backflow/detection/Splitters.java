package dev.backflow.detection;

import dev.backflow.commandline.ClientReading;
import dev.backflow.commandline.IngestArgv;
import dev.backflow.commandline.ShellArgv;
import java.util.List;

/** Says where the argv of somebody else's splitter would lead to another decision. */
final class Splitters {
  private static final Reason SHELL =
      new Reason(
          null,
          null,
          "CommandLineToArgvW, by which many log shippers fill their argv, splits this line otherwise"
              + " and would lead to another decision; the program splits as here");

  private static final Reason INGEST =
      new Reason(
          null,
          null,
          "Elastic's ingest pipeline splits this line otherwise and would lead to another decision;"
              + " the program splits as here");

  private Splitters() {}

  static void compare(
      Subject subject,
      Identified identified,
      List<String> argv,
      ClientReading reading,
      List<Reason> reasons) {
    String line = subject.commandLine();
    if (mayBeSplitOtherwise(line)) {
      if (differs(ShellArgv.split(line), identified, argv, reading, subject)) {
        reasons.add(SHELL);
      }
      if (differs(IngestArgv.split(line), identified, argv, reading, subject)) {
        reasons.add(INGEST);
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
        || Judge.verdict(otherwise, null) != Judge.verdict(reading, null);
  }

  /** The splitters differ over runs of quotes and over a quoted program name that goes on. */
  private static boolean mayBeSplitOtherwise(String line) {
    if (line.contains("\"\"")) {
      return true;
    }
    int close = line.startsWith("\"") ? line.indexOf('"', 1) : -1;
    return close > 0 && close + 1 < line.length() && " \t".indexOf(line.charAt(close + 1)) < 0;
  }
}
