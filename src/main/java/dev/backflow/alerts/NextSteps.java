package dev.backflow.alerts;

import dev.backflow.cases.Case;
import dev.backflow.detection.Verdict;
import java.util.ArrayList;
import java.util.List;

/** What to do now, in order (tradecraft 12): ask, keep, block, reset. */
final class NextSteps {
  private NextSteps() {}

  static List<String> of(Case c) {
    List<String> steps = new ArrayList<>();
    steps.add("Ask the owner of " + c.latest().account() + " whether this is theirs.");
    if (c.latest().verdict() == Verdict.ATTEMPT) {
      steps.add("Look for a corrected try on " + c.latest().hostName() + ": this one was refused.");
      return steps;
    }
    steps.add(
        "Keep evidence before you stop it: connections and memory of the process, the key and "
            + "configuration files it names.");
    steps.add(
        "Block egress to " + c.key().serverText() + ", or isolate " + c.latest().hostName() + ".");
    steps.add("Reset the account " + c.latest().account() + " if it is not theirs.");
    return steps;
  }
}
