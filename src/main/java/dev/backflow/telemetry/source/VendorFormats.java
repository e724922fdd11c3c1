package dev.backflow.telemetry.source;

import java.util.List;

/** The sources, in the order in which they are asked. */
public final class VendorFormats {
  private VendorFormats() {}

  /** Returns one reader for each vendor format. */
  public static List<TelemetrySource> all() {
    return List.of(new FdrSource(), new SysmonSource());
  }

  static Vocabulary vocabulary() {
    return new Vocabulary().add(WindowsJson.NAMES).add(FdrSource.NAMES).add(SysmonSource.NAMES);
  }
}
