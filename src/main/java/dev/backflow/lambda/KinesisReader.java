package dev.backflow.lambda;

import dev.backflow.aws.S3Sideline;
import dev.backflow.aws.SidelineFile;
import dev.backflow.aws.TenantRuns;
import dev.backflow.export.PermanentException;
import dev.backflow.export.PutAside;
import dev.backflow.export.RecordPosition;
import dev.backflow.export.TransientException;
import dev.backflow.pipeline.RunSummary;
import java.io.ByteArrayInputStream;
import java.util.List;

/** Runs records of a stream through the pipeline, each like a small export. */
final class KinesisReader implements StreamReader {
  private final Tenants tenants;
  private final S3Sideline sideline;
  private final TenantRuns runs;

  KinesisReader(Tenants tenants, S3Sideline sideline, TenantRuns runs) {
    this.tenants = tenants;
    this.sideline = sideline;
    this.runs = runs;
  }

  @Override
  public RunSummary read(StreamRecord record) {
    String tenant =
        tenants.ofStream(record.stream()).orElseThrow(() -> Tenants.unknown(record.stream()));
    SidelineFile aside =
        sideline.ofStream(tenant, record.stream(), record.shard(), record.sequenceNumber());
    RunSummary all = RunSummary.NOTHING;
    int part = 0;
    for (byte[] data : parts(record, aside)) {
      all = all.plus(run(tenant, record + "#" + part, data, aside));
      part++;
    }
    aside.store();
    return all;
  }

  private static List<byte[]> parts(StreamRecord record, SidelineFile aside) {
    try {
      return KplAggregate.split(record.data());
    } catch (KplAggregate.MalformedException e) {
      aside.accept(
          new PutAside(
              String.valueOf(e.getMessage()),
              PutAside.Cause.MALFORMED,
              record.data(),
              new RecordPosition(record.toString(), 0, 1)));
      return List.of();
    }
  }

  private RunSummary run(String tenant, String path, byte[] data, SidelineFile aside) {
    try {
      return runs.of(tenant, aside).run(path, new ByteArrayInputStream(data));
    } catch (PermanentException e) {
      throw new TransientException(path + " was not read to its end: " + e.getMessage(), e);
    }
  }
}
