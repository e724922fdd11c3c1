package dev.backflow.cli;

import dev.backflow.alerts.MailText;
import dev.backflow.alerts.Message;
import dev.backflow.alerts.Notifier;
import dev.backflow.cases.Alert;
import dev.backflow.cases.Case;
import dev.backflow.cases.CaseFold;
import dev.backflow.cases.dynamodb.DynamoCaseStore;
import dev.backflow.cases.dynamodb.DynamoCases;
import dev.backflow.cases.dynamodb.DynamoPendingAlerts;
import dev.backflow.cli.local.LocalTable;
import dev.backflow.triage.TriageSettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code demo}: the whole way on one machine, on the real engine. */
@Command(
    name = "demo",
    description =
        "Runs the pipeline over a bundled export with an embedded DynamoDB and prints what it found.")
final class DemoCommand implements Callable<Integer> {
  private static final String TENANT = "demo";
  private static final int CASES_AT_MOST = 100;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Path export = Home.directory().resolve("examples").resolve("morning");
    List<Path> files = ExportFiles.of(export);
    out.println("An export of one morning on ten hosts: " + Home.directory().relativize(export));
    out.flush();
    try (LocalTable table = LocalTable.start()) {
      ScanRun run = scan(table, files, err);
      out.println(SummaryText.of(run.summary()));
      out.println();
      List<Case> cases =
          new DynamoCases(table.client(), LocalTable.NAME).open(TENANT, CASES_AT_MOST);
      new CaseReport(out, Ansi.AUTO, Names.lackedBy(cases)).print(cases);
      printAlerts(out, publish(table));
      out.flush();
      return run.incomplete() ? ExitCodes.ERROR : ExitCodes.NONE;
    }
  }

  private static ScanRun scan(LocalTable table, List<Path> files, PrintWriter err) {
    DynamoCaseStore store =
        new DynamoCaseStore(
            table.client(), LocalTable.NAME, new CaseFold(CaseFold.WINDOW), new SecureRandom());
    ScanRun run = new ScanRun(TENANT, settings(), store, err, Ansi.AUTO.enabled());
    run.read(files, file -> Home.directory().relativize(file).toString());
    return run;
  }

  private static TriageSettings settings() {
    return TriageSettings.builder()
        .ownDomains(List.of("example.com"))
        .servers(List.of("dc01.example.com"))
        .build();
  }

  /** Drains the table's stream as the deployed function does, into this process. */
  private static Published publish(LocalTable table) {
    DynamoPendingAlerts pending = new DynamoPendingAlerts(table.client(), LocalTable.NAME);
    Published published = new Published(new ArrayList<>(), new ArrayList<>());
    Notifier notifier = new Notifier(published.messages()::add, pending, InstantSource.system());
    table.inserted().stream()
        .flatMap(row -> pending.inserted(row).stream())
        .forEach(
            alert -> {
              notifier.publish(alert);
              published.alerts().add(alert);
            });
    return published;
  }

  private record Published(List<Alert> alerts, List<Message> messages) {}

  private static void printAlerts(PrintWriter out, Published published) {
    out.println(
        published.alerts().size()
            + " alerts published from the table's stream, as "
            + published.messages().size()
            + " messages (OCSF, mail, chat). The gravest, as its mail reads:");
    published.alerts().stream()
        .max(Comparator.comparing(a -> a.snapshot().worst().score()))
        .ifPresent(alert -> printMail(out, new MailText(alert)));
  }

  private static void printMail(PrintWriter out, MailText mail) {
    out.println();
    out.println("  Subject: " + mail.subject());
    out.println();
    mail.text().lines().forEach(line -> out.println("  " + line));
  }
}
