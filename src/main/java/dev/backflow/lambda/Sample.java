package dev.backflow.lambda;

import dev.backflow.alerts.Renderings;
import dev.backflow.aws.TenantRuns;
import dev.backflow.cases.CaseFold;
import dev.backflow.cases.MemoryCaseStore;
import dev.backflow.pipeline.RunSummary;
import dev.backflow.triage.TriageSettings;
import java.io.InputStream;
import java.util.Objects;

/** A small export of ours, read into memory and forgotten. */
final class Sample {
  private static final String RESOURCE = "sample.ndjson";

  private Sample() {}

  /** Runs the sample the whole way, alerts included. */
  static RunSummary run() {
    MemoryCaseStore store = new MemoryCaseStore(new CaseFold(CaseFold.WINDOW));
    TenantRuns runs = new TenantRuns(TriageSettings.defaults(), () -> store);
    InputStream in = Objects.requireNonNull(Sample.class.getResourceAsStream(RESOURCE), RESOURCE);
    RunSummary summary = runs.of("sample", aside -> {}).run(RESOURCE, in);
    Renderings renderings = new Renderings();
    store.alerts().forEach(renderings::of);
    return summary;
  }
}
