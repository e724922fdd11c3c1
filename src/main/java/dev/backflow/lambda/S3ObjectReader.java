package dev.backflow.lambda;

import dev.backflow.aws.ObjectRef;
import dev.backflow.aws.OpenObject;
import dev.backflow.aws.S3ObjectSource;
import dev.backflow.aws.S3Sideline;
import dev.backflow.aws.SidelineFile;
import dev.backflow.aws.TenantRuns;
import dev.backflow.export.PermanentException;
import dev.backflow.export.TransientException;
import dev.backflow.pipeline.RunSummary;

/** Runs objects of S3 through the pipeline. */
final class S3ObjectReader implements ObjectReader {
  private final Tenants tenants;
  private final S3ObjectSource source;
  private final S3Sideline sideline;
  private final TenantRuns runs;

  S3ObjectReader(Tenants tenants, S3ObjectSource source, S3Sideline sideline, TenantRuns runs) {
    this.tenants = tenants;
    this.source = source;
    this.sideline = sideline;
    this.runs = runs;
  }

  @Override
  public RunSummary read(ObjectRef object) {
    String tenant =
        tenants
            .ofObject(object.bucket(), object.key())
            .orElseThrow(() -> Tenants.unknown(object.uri()));
    OpenObject open;
    try {
      open = source.open(object);
    } catch (PermanentException e) {
      SidelineFile aside = sideline.of(tenant, object);
      aside.missing(object.uri(), String.valueOf(e.getMessage()));
      aside.store();
      throw e;
    }
    return run(tenant, open);
  }

  private RunSummary run(String tenant, OpenObject open) {
    SidelineFile aside = sideline.of(tenant, open.object());
    String path = open.object().uri();
    try {
      RunSummary summary = runs.of(tenant, aside).run(path, open.content());
      aside.store();
      return summary;
    } catch (PermanentException e) {
      // The rest of the export is unread: it ends in the dead-letter queue, not among what is done.
      throw new TransientException(path + " was not read to its end: " + e.getMessage(), e);
    }
  }
}
