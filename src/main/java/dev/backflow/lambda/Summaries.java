package dev.backflow.lambda;

import dev.backflow.pipeline.RunSummary;

/** Runs as one line for the log. */
final class Summaries {
  private Summaries() {}

  static String text(RunSummary run) {
    return "records="
        + run.records()
        + " bytes="
        + run.bytes()
        + " events="
        + run.eventCount()
        + " ignored="
        + run.ignored()
        + " unknown="
        + run.unknown()
        + " putAside="
        + run.putAsideCount()
        + " sightings="
        + run.recorded().added()
        + " repeated="
        + run.recorded().repeated();
  }
}
