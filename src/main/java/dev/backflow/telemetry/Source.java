package dev.backflow.telemetry;

/** The seven telemetry sources, by the name output carries in {@code backflow.source}. */
public enum Source {
  ELASTIC_DEFEND("elastic_defend"),
  ELASTIC_ENDGAME("elastic_endgame"),
  CROWDSTRIKE_FDR("crowdstrike_fdr"),
  SENTINELONE_CLOUD_FUNNEL("sentinelone_cloud_funnel"),
  DEFENDER_XDR("defender_xdr"),
  SYSMON("sysmon"),
  /** The Windows Security log, and the System and TaskScheduler events that go with it. */
  WINDOWS_SECURITY("windows_security");

  private final String id;

  Source(String id) {
    this.id = id;
  }

  /** Returns the name used in output. */
  public String id() {
    return id;
  }
}
