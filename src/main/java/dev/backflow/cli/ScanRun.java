package dev.backflow.cli;

import dev.backflow.cases.CaseStore;
import dev.backflow.detection.ReverseForwardDetector;
import dev.backflow.export.ExportLimits;
import dev.backflow.export.ExportReader;
import dev.backflow.export.Framed;
import dev.backflow.export.PutAside;
import dev.backflow.export.RawRecord;
import dev.backflow.export.TransientException;
import dev.backflow.pipeline.ExportRun;
import dev.backflow.pipeline.RunSummary;
import dev.backflow.telemetry.Normalized;
import dev.backflow.telemetry.Normalizer;
import dev.backflow.triage.TriageSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Reads files into a case store, one after another. What no one can read is said at once with file
 * and position; a file that fails does not keep the next from being read.
 */
final class ScanRun {
  private final PrintWriter err;
  private final boolean terminal;
  private final ExportRun run;
  private final Normalizer normalizer = new Normalizer();
  private final List<Path> withReferences = new ArrayList<>();
  private RunSummary summary = RunSummary.NOTHING;
  private boolean incomplete;

  ScanRun(
      String tenant, TriageSettings settings, CaseStore store, PrintWriter err, boolean terminal) {
    this.err = err;
    this.terminal = terminal;
    this.run =
        new ExportRun(
            tenant,
            ExportLimits.DEFAULTS,
            normalizer,
            new ReverseForwardDetector(),
            settings,
            store,
            this::say);
  }

  /** Reads files; positions name each as {@code naming} says. */
  void read(List<Path> files, Function<Path, String> naming) {
    try (ReadProgress progress = ReadProgress.start(terminal, "Reading", ExportFiles.size(files))) {
      for (Path file : files) {
        read(file, naming.apply(file), progress);
      }
    }
  }

  /**
   * Reads the files that held rows of side tables once more, for names that cases lack. What is
   * wrong with them was said the first time.
   */
  void lookUp(Names names) {
    for (Path file : withReferences) {
      try (ExportReader reader =
          ExportReader.open(file.toString(), Files.newInputStream(file), ExportLimits.DEFAULTS)) {
        for (Framed framed = reader.next(); framed != null; framed = reader.next()) {
          if (framed instanceof RawRecord record
              && normalizer.normalize(record) instanceof Normalized.Reference reference) {
            names.offer(reference.row());
          }
        }
      } catch (IOException e) {
        fail(file + " cannot be read again for names: " + e.getMessage());
      }
    }
  }

  RunSummary summary() {
    return summary;
  }

  /** Returns whether something that may matter was not read. */
  boolean incomplete() {
    return incomplete;
  }

  private void read(Path file, String name, ReadProgress progress) {
    try {
      RunSummary one = run.run(name, progress.watch(Files.newInputStream(file)));
      summary = summary.plus(one);
      if (one.references() > 0) {
        withReferences.add(file);
      }
      if (one.records() == 0) {
        err.println("backflow: " + name + " holds no records");
      }
    } catch (IOException e) {
      fail(name + " cannot be opened: " + e.getMessage());
    } catch (TransientException e) {
      fail(String.valueOf(e.getMessage()));
    }
  }

  private void fail(String message) {
    incomplete = true;
    err.println("backflow: " + message);
  }

  private void say(PutAside putAside) {
    incomplete |= putAside.cause() != PutAside.Cause.MALFORMED;
    err.println("backflow: put aside " + putAside.position() + ": " + putAside.reason());
  }
}
