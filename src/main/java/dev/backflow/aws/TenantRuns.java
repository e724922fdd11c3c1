package dev.backflow.aws;

import dev.backflow.cases.CaseStore;
import dev.backflow.detection.ReverseForwardDetector;
import dev.backflow.export.ExportLimits;
import dev.backflow.pipeline.ExportRun;
import dev.backflow.pipeline.PutAsideSink;
import dev.backflow.telemetry.Normalizer;
import dev.backflow.triage.TriageSettings;
import java.util.function.Supplier;

/** Makes runs of exports, all on one store and with the same rules, for whichever tenant. */
public final class TenantRuns {
  private final CaseStore store;
  private final TriageSettings settings;
  private final Lazy<Normalizer> normalizer = new Lazy<>(Normalizer::new);
  private final Lazy<ReverseForwardDetector> detector = new Lazy<>(ReverseForwardDetector::new);

  /**
   * @param store asked for when there is something to store
   */
  public TenantRuns(TriageSettings settings, Supplier<CaseStore> store) {
    this.settings = settings;
    this.store = new LazyCaseStore(store);
  }

  /** Returns a run for one export of a tenant. */
  public ExportRun of(String tenant, PutAsideSink aside) {
    return new ExportRun(
        tenant, ExportLimits.DEFAULTS, normalizer.get(), detector.get(), settings, store, aside);
  }
}
