package dev.backflow.triage;

import dev.backflow.detection.Detection;
import dev.backflow.detection.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a detection (tradecraft 2).
 *
 * @param opensCase whether it is a case; if not, it is counted and shown only where asked for
 * @param alertsAtOnce whether people hear of it now
 */
public record Disposition(boolean opensCase, boolean alertsAtOnce) {
  private static final List<String> GRAVE = List.of("renamed", "service-account", "parent");
  private static final List<String> HIDING =
      List.of("renamed", "service-account", "autostart", "parent");

  /** Decides from a detection and its assessment. */
  public static Disposition of(Detection detection, Assessment assessment) {
    return switch (detection.verdict()) {
      case FORWARD -> new Disposition(true, true);
      case ATTEMPT -> new Disposition(true, isGraveAttempt(assessment));
      case HIDDEN -> {
        boolean opens = opensHidden(detection, assessment);
        yield new Disposition(opens, opens);
      }
      case NONE -> new Disposition(false, false);
    };
  }

  static boolean isGraveAttempt(Assessment assessment) {
    return GRAVE.stream().anyMatch(assessment::has);
  }

  /** A configuration alone opens nothing; with a sign of hiding, it does. */
  static boolean opensHidden(Detection detection, Assessment assessment) {
    return detection.verdict() == Verdict.HIDDEN
        && (HIDING.stream().anyMatch(assessment::has)
            || isInWritablePath(detection.facts().configFile()));
  }

  private static boolean isInWritablePath(@Nullable String file) {
    return file != null && Lineage.isWritable(file);
  }
}
