package dev.backflow.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backflow.commandline.Destination;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every labelled line decides as the real program did. */
class CorpusTest {
  private final CommandLineDecider decider = new CommandLineDecider();

  @Test
  void every_line_is_decided_as_the_program_decided() {
    List<String> wrong = new ArrayList<>();
    for (Corpus.Line line : Corpus.lines()) {
      Decision decision = decider.decide(line.subject());
      if ((decision.verdict() == Verdict.FORWARD) != line.reverse()) {
        wrong.add(
            line.family() + " " + decision.verdict() + " " + line.subject() + decision.reasons());
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void every_line_has_the_forwards_the_program_asked_for() {
    List<String> wrong = new ArrayList<>();
    for (Corpus.Line line : Corpus.lines()) {
      Decision decision = decider.decide(line.subject());
      if (!new HashSet<>(decision.forwards()).equals(new HashSet<>(line.forwards()))
          || decision.forwards().size() != line.forwards().size()) {
        wrong.add(line.subject().commandLine() + " " + decision.forwards() + line.forwards());
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void every_line_has_the_server_the_program_went_for() {
    List<String> wrong = new ArrayList<>();
    for (Corpus.Line line : Corpus.lines()) {
      Decision decision = decider.decide(line.subject());
      Destination server =
          decision.program() == null ? decider.serverIfSsh(line.subject()) : decision.destination();
      if (!line.hasServer(server)) {
        wrong.add(
            line.family()
                + " "
                + line.subject().commandLine()
                + " "
                + server
                + " "
                + line.destination());
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void every_decision_gives_a_reason() {
    assertThat(Corpus.lines())
        .allSatisfy(line -> assertThat(decider.decide(line.subject()).reasons()).isNotEmpty());
  }
}
