package dev.backflow.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backflow.pipeline.RunSummary;
import org.junit.jupiter.api.Test;

class SampleTest {
  @Test
  void the_sample_goes_the_whole_way() {
    RunSummary summary = Sample.run();

    assertThat(summary.records()).as("%s", summary).isEqualTo(4);
    assertThat(summary.eventCount()).as("%s", summary).isEqualTo(3);
    assertThat(summary.putAsideCount()).isZero();
    assertThat(summary.recorded().added()).isEqualTo(3);
  }
}
