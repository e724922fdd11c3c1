package dev.backflow.telemetry;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.backflow.export.ExportLimits;
import dev.backflow.export.ExportReader;
import dev.backflow.export.Framed;
import dev.backflow.export.RawRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Records to events, every record parsed, beside {@link ObjectMapper#readTree} on the same bytes:
 * what counts is the ratio of the two rates.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class NormalizeBenchmark {
  private static final String GOLDEN = "src/test/resources/golden/";

  @Param({
    "examples/morning/crowdstrike-fdr-part-00000.gz",
    "examples/morning/winlogbeat.ndjson.gz",
    GOLDEN + "crowdstrike_fdr/fdr.ndjson.gz",
    GOLDEN + "sysmon/winlogbeat.ndjson",
    GOLDEN + "windows_security/winlogbeat.ndjson",
    GOLDEN + "sentinelone_cloud_funnel/cloud_funnel_2.ndjson.gz",
    GOLDEN + "defender_xdr/streaming.ndjson",
    GOLDEN + "elastic_defend/source.ndjson"
  })
  public String export;

  private final Normalizer normalizer = new Normalizer();
  private final ObjectMapper mapper = new ObjectMapper();
  private final List<RawRecord> records = new ArrayList<>();

  @Setup(Level.Trial)
  public void read() throws IOException {
    try (ExportReader reader =
        ExportReader.open(export, Files.newInputStream(Path.of(export)), ExportLimits.DEFAULTS)) {
      for (Framed f = reader.next(); f != null; f = reader.next()) {
        records.add((RawRecord) f);
      }
    }
  }

  @Benchmark
  public void normalize(Blackhole hole) {
    for (RawRecord record : records) {
      hole.consume(normalizer.normalize(record));
    }
  }

  @Benchmark
  public void readTree(Blackhole hole) throws IOException {
    for (RawRecord record : records) {
      hole.consume(mapper.readTree(record.bytes()));
    }
  }
}
