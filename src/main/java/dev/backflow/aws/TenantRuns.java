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
  private final Lazy<CaseStore> store;
  private final TriageSettings settings;
  private final Normalizer normalizer = new Normalizer();
  private final ReverseForwardDetector detector = new ReverseForwardDetector();

  /**
   * @param store asked for when the first run is made
   */
  public TenantRuns(TriageSettings settings, Supplier<CaseStore> store) {
    this.settings = settings;
    this.store = new Lazy<>(store);
  }

  /** Returns a run for one export of a tenant. */
  public ExportRun of(String tenant, PutAsideSink aside) {
    return new ExportRun(
        tenant, ExportLimits.DEFAULTS, normalizer, detector, settings, store.get(), aside);
  }
}
