package dev.backflow.detection;

import dev.backflow.telemetry.Event;
import java.util.List;

/** Stub until the matcher is merged. */
public final class ReverseForwardDetector {
  public List<Detection> detect(Event event) {
    return List.of();
  }
}
