package dev.backflow.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SourceLimitsTest {
  @ParameterizedTest
  @EnumSource
  void the_documentation_says_what_a_source_cannot_tell(Source source) throws IOException {
    String documentation = Files.readString(Path.of("docs/sources.md"));
    SourceLimits limits = SourceLimits.of(source);
    assertThat(limits.gaps())
        .isNotEmpty()
        .allSatisfy(gap -> assertThat(documentation).contains(gap.text()));
  }

  @Test
  void only_defender_does_not_tell_when_a_process_ends() {
    for (Source source : Source.values()) {
      boolean seen =
          Golden.inputs(source.id()).stream()
              .flatMap(input -> Golden.events(input).stream())
              .anyMatch(e -> e instanceof Event.ProcessEnded);
      assertThat(SourceLimits.of(source).processEnds()).as(source.id()).isEqualTo(seen);
    }
  }

  @Test
  void the_documentation_names_every_rendering() throws IOException {
    String documentation = Files.readString(Path.of("docs/sources.md"));
    for (String source : new String[] {"sysmon", "windows_security"}) {
      for (Path input : Golden.inputs(source)) {
        Golden.events(input)
            .forEach(e -> assertThat(documentation).contains("`" + e.header().rendering() + "`"));
      }
    }
  }
}
