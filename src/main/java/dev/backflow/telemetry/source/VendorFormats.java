package dev.backflow.telemetry.source;

import java.util.List;

/** The sources, in the order in which they are asked. */
public final class VendorFormats {
  private VendorFormats() {}

  /** Returns one reader for each vendor format. */
  public static List<TelemetrySource> all() {
    return List.of(
        new FdrSource(),
        new SentinelOneSource(),
        new DefenderSource(),
        new ElasticSource(),
        new EndgameSource(),
        new FdrSideTables(),
        new SysmonSource(),
        new SecuritySource(),
        new WindowsLogsSource());
  }

  static Vocabulary vocabulary() {
    return new Vocabulary()
        .add(RecordParser.NAMES)
        .add(FdrSource.NAMES)
        .add(FdrSideTables.NAMES)
        .add(SentinelOneSource.NAMES)
        .add(DefenderSource.NAMES)
        .add(ElasticSource.NAMES)
        .add(EndgameSource.NAMES)
        .add(WindowsJson.NAMES)
        .mark(WindowsJson.MARKS)
        .add(SysmonSource.NAMES)
        .add(SecuritySource.NAMES)
        .add(WindowsLogsSource.NAMES)
        .addPaths(WinlogbeatEcs.PATHS)
        .addPaths(ElasticSource.PATHS);
  }
}
