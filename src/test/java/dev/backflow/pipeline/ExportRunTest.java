package dev.backflow.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backflow.cases.Case;
import dev.backflow.cases.CaseFold;
import dev.backflow.cases.CaseStore;
import dev.backflow.cases.CaseStore.Recorded;
import dev.backflow.cases.MemoryCaseStore;
import dev.backflow.detection.ReverseForwardDetector;
import dev.backflow.detection.Verdict;
import dev.backflow.export.ExportLimits;
import dev.backflow.export.PutAside;
import dev.backflow.export.TransientException;
import dev.backflow.telemetry.Normalizer;
import dev.backflow.triage.TriageSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExportRunTest {
  private final MemoryCaseStore store = new MemoryCaseStore(new CaseFold(CaseFold.WINDOW));
  private final List<PutAside> aside = new ArrayList<>();

  private ExportRun run(CaseStore into) {
    return new ExportRun(
        "acme",
        ExportLimits.DEFAULTS,
        new Normalizer(),
        new ReverseForwardDetector(),
        TriageSettings.defaults(),
        into,
        aside::add);
  }

  private RunSummary run(InputStream in) {
    return run(store).run("export.xml", in);
  }

  @Test
  void an_export_becomes_cases_and_every_record_is_counted_once() {
    RunSummary summary = run(Exports.stream(Exports.morning()));

    assertThat(summary.records()).isEqualTo(100);
    assertThat(summary.events()).isEqualTo(Map.of("sysmon event_xml", 100L));
    assertThat(summary.verdicts()).isEqualTo(Map.of(Verdict.FORWARD, 40L));
    assertThat(summary.recorded()).isEqualTo(new Recorded(40, 0));
    assertThat(store.cases()).hasSize(6);
    assertThat(store.cases().stream().mapToLong(Case::sightings).sum()).isEqualTo(40);
  }

  @Test
  void a_second_host_at_the_same_server_is_judged_as_such_wherever_the_batch_ends() {
    run(
        Exports.stream(
            Exports.tunnel(1, "a.example.com", "203.0.113.9")
                + Exports.tunnel(2, "b.example.com", "203.0.113.9")));

    List<Case> cases = List.copyOf(store.cases());
    assertThat(cases.get(0).worst().has("scope")).isFalse();
    assertThat(cases.get(1).worst().has("scope")).isTrue();
    assertThat(cases.get(1).latest().relatedHosts()).containsExactly("a.example.com");
  }

  @Test
  void a_cut_off_gzip_gives_what_stands_before_the_cut_and_says_where_it_ends() {
    RunSummary summary = run(Exports.cutOff(Exports.morning(), 300));

    assertThat(summary.putAside()).containsKey(PutAside.Cause.TRUNCATED);
    assertThat(summary.eventCount()).isPositive().isLessThan(100);
    assertThat(store.cases()).isNotEmpty();
    assertThat(aside)
        .anySatisfy(
            a -> {
              assertThat(a.cause()).isEqualTo(PutAside.Cause.TRUNCATED);
              assertThat(a.position().path()).isEqualTo("export.xml");
              assertThat(a.position().offset()).isPositive();
            });
  }

  @Test
  void an_empty_export_is_no_failure() {
    assertThat(run(InputStream.nullInputStream())).isEqualTo(RunSummary.NOTHING);
  }

  @Test
  void one_bad_record_among_good_ones_is_put_aside_with_its_position_and_the_rest_goes_on() {
    String good = Exports.tunnel(1, "a.example.com", "203.0.113.9");
    String bad = "<Event><System><EventID>1</EventID></Sys</Event>\n";

    RunSummary summary =
        run(Exports.stream(good + bad + Exports.tunnel(2, "a.example.com", "203.0.113.9")));

    assertThat(summary.recorded().added()).isEqualTo(2);
    assertThat(summary.putAsideCount()).isEqualTo(1);
    assertThat(aside)
        .singleElement()
        .satisfies(
            a -> {
              assertThat(a.position().offset()).isEqualTo(good.length());
              assertThat(a.position().record()).isEqualTo(2);
              assertThat(new String(a.bytes(), StandardCharsets.UTF_8)).contains("</Sys</Event>");
            });
  }

  @Test
  void bytes_that_cannot_be_fetched_are_a_transient_failure_and_the_next_run_makes_up_for_it() {
    String morning = Exports.morning();
    InputStream failing =
        new SequenceInputStream(Exports.stream(morning.substring(0, 30_000)), new FailingStream());

    assertThatThrownBy(() -> run(failing))
        .isInstanceOf(TransientException.class)
        .hasMessageContaining("export.xml")
        .hasMessageContaining("connection reset");

    run(Exports.stream(morning));
    MemoryCaseStore clean = new MemoryCaseStore(new CaseFold(CaseFold.WINDOW));
    run(clean).run("export.xml", Exports.stream(morning));
    assertThat(store.cases()).containsExactlyElementsOf(clean.cases());
    assertThat(store.alerts()).isEqualTo(clean.alerts());
  }

  private static final class FailingStream extends InputStream {
    @Override
    public int read() throws IOException {
      throw new IOException("connection reset");
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      throw new IOException("connection reset");
    }
  }
}
