package dev.backflow.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backflow.cases.Case;
import dev.backflow.cases.CaseFold;
import dev.backflow.cases.MemoryCaseStore;
import dev.backflow.pipeline.Exports;
import dev.backflow.triage.TriageSettings;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TenantRunsTest {
  private final MemoryCaseStore store = new MemoryCaseStore(new CaseFold(CaseFold.WINDOW));
  private final AtomicInteger asked = new AtomicInteger();
  private final TenantRuns runs =
      new TenantRuns(
          TriageSettings.defaults(),
          () -> {
            asked.incrementAndGet();
            return store;
          });

  @Test
  void an_export_without_a_tunnel_never_asks_for_the_store() {
    run("acme", Exports.harmless(1, "ws1.example.com"));
    assertThat(asked).hasValue(0);
  }

  @Test
  void the_store_is_made_once_for_all_tenants_whose_cases_stay_apart() {
    run("acme", Exports.tunnel(1, "ws1.example.com", "203.0.113.1"));
    run("beta", Exports.tunnel(1, "ws1.example.com", "203.0.113.1"));

    assertThat(asked).hasValue(1);
    assertThat(store.cases()).extracting(c -> c.key().tenant()).containsExactly("acme", "beta");
    assertThat(store.cases()).extracting(Case::id).doesNotHaveDuplicates();
  }

  private void run(String tenant, String export) {
    runs.of(tenant, aside -> {}).run("export.xml", Exports.stream(export));
  }
}
