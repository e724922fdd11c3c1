package dev.backflow.triage;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A severity with the arithmetic that led to it.
 *
 * @param score sum of the findings' points, not capped; raised or lowered by no rule
 * @param level the level of the score, after the rule named in {@code adjusted}
 * @param findings what was counted, largest class first
 * @param adjusted the floor or ceiling that moved the level away from the score's own, or null
 */
public record Assessment(
    int score, Level level, List<Finding> findings, @Nullable String adjusted) {

  public Assessment {
    findings = List.copyOf(findings);
  }

  /** Returns the sum as a person would write it, for example {@code 20 forward + 25 SOCKS = 45}. */
  public String arithmetic() {
    String sum =
        findings.stream()
            .filter(f -> f.points() != 0)
            .map(f -> f.points() + " " + f.text())
            .collect(Collectors.joining(" + "))
            .replace("+ -", "- ");
    String end = " = " + score + ", " + level.label();
    return sum + end + (adjusted == null ? "" : " (" + adjusted + ")");
  }

  /** Returns whether a finding with this code was made. */
  public boolean has(String code) {
    return findings.stream().anyMatch(f -> f.code().equals(code));
  }
}
