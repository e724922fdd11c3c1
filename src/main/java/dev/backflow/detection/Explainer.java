package dev.backflow.detection;

import dev.backflow.commandline.ClientReading;
import dev.backflow.commandline.Meaning;
import java.util.ArrayList;
import java.util.List;

/** Makes explanations of judgements. */
final class Explainer {
  private Explainer() {}

  static Explanation explain(
      Subject subject, Judgement judgement, Decision decision, Redaction redaction) {
    boolean own = judgement.context().wrappedBy().isEmpty();
    return new Explanation(
        decision,
        arguments(judgement, redaction),
        own ? publicRules(subject, judgement, redaction) : List.of());
  }

  private static List<Explanation.Argument> arguments(Judgement judgement, Redaction redaction) {
    List<String> says = new ArrayList<>();
    List<Boolean> decides = new ArrayList<>();
    List<String> argv = judgement.argv();
    for (int i = 0; i < argv.size(); i++) {
      says.add(i == 0 ? "the program" : "");
      decides.add(false);
    }
    ClientReading reading = judgement.reading();
    for (Meaning meaning : reading == null ? List.<Meaning>of() : reading.meanings()) {
      int at = meaning.argument();
      says.set(at, says.get(at).isEmpty() ? meaning.says() : says.get(at) + "; " + meaning.says());
      decides.set(at, decides.get(at) || meaning.decides());
    }
    List<Explanation.Argument> arguments = new ArrayList<>();
    for (int i = 0; i < argv.size(); i++) {
      arguments.add(
          new Explanation.Argument(
              redaction.text(argv.get(i)), redaction.text(says.get(i)), decides.get(i)));
    }
    return arguments;
  }

  private static List<String> publicRules(
      Subject subject, Judgement judgement, Redaction redaction) {
    boolean forwards = judgement.verdict() == Verdict.FORWARD;
    List<String> lines = new ArrayList<>();
    for (PublicRule rule : PublicRule.values()) {
      PublicRule.Match match = rule.match(subject);
      if (match != null && !forwards) {
        lines.add(redaction.text(falseAlarm(rule, match, judgement)));
      }
    }
    if (forwards && !PublicRule.ELASTIC.fires(subject)) {
      lines.add(missedByElastic(subject));
    }
    if (forwards && !sigmaFires(subject)) {
      lines.add(
          "no Sigma rule fires: they look for the raw text \" -R \" (or \":3389\") under the names"
              + " ssh.exe and plink.exe");
    }
    return lines;
  }

  private static boolean sigmaFires(Subject subject) {
    for (PublicRule rule : PublicRule.values()) {
      if (rule != PublicRule.ELASTIC && rule.fires(subject)) {
        return true;
      }
    }
    return false;
  }

  private static String falseAlarm(PublicRule rule, PublicRule.Match match, Judgement judgement) {
    String text = rule.title() + " fires on " + match.what();
    Integer at = match.argument();
    if (at == null || at >= judgement.argv().size()) {
      return text;
    }
    return text
        + " in argument "
        + at
        + " ("
        + judgement.argv().get(at)
        + ")"
        + reads(at, judgement);
  }

  private static String reads(int argument, Judgement judgement) {
    ClientReading reading = judgement.reading();
    if (reading == null) {
      return "";
    }
    for (Meaning meaning : reading.meanings()) {
      if (meaning.argument() == argument) {
        return "; the program reads it as: " + meaning.says();
      }
    }
    return "";
  }

  private static String missedByElastic(Subject subject) {
    return ElasticPattern.isWatched(PublicRule.Line.of(subject))
        ? "Elastic's rule does not fire: none of its patterns (-R*, -oRemoteForward*, -o beside"
            + " RemoteForward, a cluster of its letters with R) matches an argument as log shippers"
            + " split them"
        : "Elastic's rule does not fire: it looks at ssh.exe and plink.exe by name alone, and at"
            + " plink's original file name";
  }
}
