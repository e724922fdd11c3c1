package dev.backflow.cli;

import dev.backflow.cases.CaseFold;
import dev.backflow.cases.MemoryCaseStore;
import dev.backflow.triage.TriageSettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code scan}: the cases in an export, without AWS. */
@Command(
    name = "scan",
    description = "Finds reverse SSH tunnels in an export file or a directory of them.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:no case found",
      "1:at least one case found",
      "2:something could not be read; the cases found are printed"
    })
final class ScanCommand implements Callable<Integer> {
  enum Format {
    TABLE,
    JSON
  }

  @Parameters(paramLabel = "FILE|DIR", description = "an export, packed or not, or a directory")
  private Path path = Path.of(".");

  @Option(
      names = "--format",
      defaultValue = "table",
      description = "table (default) or json: one object for each case")
  private Format format = Format.TABLE;

  @Option(names = "--tenant", defaultValue = "local", description = "whose export it is (local)")
  private String tenant = "local";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    MemoryCaseStore store = new MemoryCaseStore(new CaseFold(CaseFold.WINDOW));
    boolean terminal = Ansi.AUTO.enabled();
    ScanRun run = new ScanRun(tenant, TriageSettings.defaults(), store, err, terminal);
    run.read(ExportFiles.of(path), Path::toString);
    Names names = Names.lackedBy(store.cases());
    if (names.areLacked()) {
      run.lookUp(names);
    }
    if (format == Format.JSON) {
      CaseLines lines = new CaseLines(names);
      store.cases().forEach(c -> out.println(lines.json(c)));
    } else {
      new CaseReport(out, Ansi.AUTO, names).print(store.cases());
    }
    err.println(SummaryText.of(run.summary()));
    out.flush();
    err.flush();
    if (run.incomplete()) {
      return ExitCodes.ERROR;
    }
    return store.cases().isEmpty() ? ExitCodes.NONE : ExitCodes.SOME;
  }
}
