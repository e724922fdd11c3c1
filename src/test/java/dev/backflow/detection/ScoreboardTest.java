package dev.backflow.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Compares Backflow with the public rules on the labelled lines, and keeps the table of
 * docs/detection.md true. {@code -Dbackflow.write=true} writes the table anew.
 */
class ScoreboardTest {
  private static final Path DOCUMENT = Path.of("docs", "detection.md");
  private static final String BEGIN = "<!-- scoreboard: written by ScoreboardTest -->\n";
  private static final String END = "<!-- end of scoreboard -->";

  private final CommandLineDecider decider = new CommandLineDecider();
  private final List<Corpus.Line> lines = Corpus.lines();

  private record Score(String name, int truePositive, int falsePositive, int missed) {
    double precision() {
      return (double) truePositive / (truePositive + falsePositive);
    }

    double recall() {
      return (double) truePositive / (truePositive + missed);
    }
  }

  @Test
  void backflow_is_right_on_every_line_and_the_public_rules_are_not() {
    Score backflow = score("Backflow", this::forwards);
    assertThat(backflow.precision()).isEqualTo(1.0);
    assertThat(backflow.recall()).isEqualTo(1.0);
    Score elastic = score("Elastic", PublicRule.ELASTIC::fires);
    assertThat(elastic.precision()).isBetween(0.5, 0.9);
    assertThat(elastic.recall()).isBetween(0.5, 0.95);
  }

  @Test
  void the_table_in_the_documentation_is_what_the_rules_score() throws IOException {
    String document = Files.readString(DOCUMENT);
    int begin = document.indexOf(BEGIN) + BEGIN.length();
    int end = document.indexOf(END);
    assertThat(end).as("the marks of the table in " + DOCUMENT).isGreaterThanOrEqualTo(begin);
    if (Boolean.getBoolean("backflow.write")) {
      Files.writeString(DOCUMENT, document.substring(0, begin) + table() + document.substring(end));
    } else {
      assertThat(document.substring(begin, end))
          .as("run this test with -Dbackflow.write=true to renew the table")
          .isEqualTo(table());
    }
  }

  private String table() {
    List<Score> scores =
        List.of(
            score("Backflow", this::forwards),
            score("Elastic's rule", PublicRule.ELASTIC::fires),
            score("Sigma, any of five rules", this::anySigma),
            score("Sigma, the two on \" -R \"", this::sigmaPair));
    long reverse = lines.stream().filter(Corpus.Line::reverse).count();
    return String.format(
            Locale.ROOT,
            "%d lines, %d of them ask for a reverse forward.%n%n"
                + "| decided by | found | missed | false alarms | precision | recall |%n"
                + "|---|---|---|---|---|---|%n",
            lines.size(),
            reverse)
        + scores.stream().map(ScoreboardTest::row).collect(Collectors.joining())
        + String.format(
            Locale.ROOT,
            "%nBackflow also names the exact forwards of %d of %d lines and the exact server of %d of"
                + " %d; the public rules name neither.%n",
            count(this::exactForwards),
            lines.size(),
            count(this::exactServer),
            lines.size());
  }

  private static String row(Score s) {
    return String.format(
        Locale.ROOT,
        "| %s | %d | %d | %d | %.3f | %.3f |%n",
        s.name(),
        s.truePositive(),
        s.missed(),
        s.falsePositive(),
        s.precision(),
        s.recall());
  }

  private Score score(String name, Predicate<Subject> fires) {
    int hit = (int) count(l -> l.reverse() && fires.test(l.subject()));
    int alarm = (int) count(l -> !l.reverse() && fires.test(l.subject()));
    int missed = (int) count(l -> l.reverse() && !fires.test(l.subject()));
    return new Score(name, hit, alarm, missed);
  }

  private long count(Predicate<Corpus.Line> predicate) {
    return lines.stream().filter(predicate).count();
  }

  private boolean forwards(Subject subject) {
    return decider.decide(subject).verdict() == Verdict.FORWARD;
  }

  private boolean exactForwards(Corpus.Line line) {
    return new HashSet<>(decider.decide(line.subject()).forwards())
        .equals(new HashSet<>(line.forwards()));
  }

  private boolean exactServer(Corpus.Line line) {
    Decision decision = decider.decide(line.subject());
    return line.hasServer(
        decision.program() == null ? decider.serverIfSsh(line.subject()) : decision.destination());
  }

  private boolean anySigma(Subject subject) {
    return Stream.of(PublicRule.values())
        .anyMatch(r -> r != PublicRule.ELASTIC && r.fires(subject));
  }

  private boolean sigmaPair(Subject subject) {
    return PublicRule.SIGMA_PLINK_FORWARDING.fires(subject)
        || PublicRule.SIGMA_SSH_FORWARDING.fires(subject);
  }
}
