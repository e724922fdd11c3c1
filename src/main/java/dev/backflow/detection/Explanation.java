package dev.backflow.detection;

import java.util.List;

/**
 * A decision with what a person needs to follow it. All text is redacted.
 *
 * @param decision the decision
 * @param arguments the argv of the deciding line, the program first; empty when no client's
 * @param publicRules where the public rules decide otherwise, in words; empty for a command that
 *     was taken out of a wrapper, which they do not see
 */
public record Explanation(Decision decision, List<Argument> arguments, List<String> publicRules) {

  public Explanation {
    arguments = List.copyOf(arguments);
    publicRules = List.copyOf(publicRules);
  }

  /**
   * One argument.
   *
   * @param text the argument
   * @param meaning what the program makes of it
   * @param decides whether the decision rests on it
   */
  public record Argument(String text, String meaning, boolean decides) {}
}
