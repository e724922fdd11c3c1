package dev.backflow.cases;

import static dev.backflow.cases.SightingFixtures.sighting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.backflow.commandline.RemoteForward;
import dev.backflow.triage.Detections;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SightingsTest {
  @Test
  void the_id_is_made_of_tenant_and_record_alone() {
    Sighting one = sighting(Detections.forward());
    Sighting other = sighting(Detections.forward().line("anything else").user(null, null, "x"));

    assertThat(one.id()).hasSize(32).isEqualTo(other.id());
    assertThat(sighting(Detections.forward().event("event-2", "2026-03-02T02:11:07Z")).id())
        .isNotEqualTo(one.id());
  }

  @Test
  void the_longest_crafted_record_fits_a_row_of_dynamodb() {
    String huge = "\u4f60".repeat(30_000);
    RemoteForward[] forwards =
        IntStream.range(0, 200)
            .mapToObj(i -> RemoteForward.tcp(huge, 1, huge, 2))
            .toArray(RemoteForward[]::new);
    Sighting sighting =
        sighting(
            Detections.forward()
                .line(huge)
                .user(huge, huge, huge)
                .image("C:\\" + huge)
                .to(huge, huge, 22)
                .keyFile("C:\\" + huge)
                .parents(huge, huge, huge, huge, huge)
                .forwards(forwards));
    Case c = new CaseFold(CaseFold.WINDOW).apply(null, java.util.List.of(sighting)).next();

    assertThat(new CaseJson().write(c).getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(390_000);
  }

  @Test
  void a_cut_text_says_how_long_it_was_and_ends_on_a_whole_character() {
    String cut = Texts.bounded("\ud83d\ude00".repeat(2_000));

    assertThat(cut).endsWith("... (4000 characters)");
    assertThat(cut.getBytes(StandardCharsets.UTF_8).length)
        .isLessThanOrEqualTo(Texts.BYTES_AT_MOST);
    assertThat(cut.codePoints().limit(100)).containsOnly(0x1f600);
  }

  @Test
  void a_case_survives_its_json() {
    Case c =
        new CaseFold(CaseFold.WINDOW)
            .apply(null, java.util.List.of(SightingFixtures.nth(5)))
            .next();
    CaseJson json = new CaseJson();

    assertThat(json.read(json.write(c), Case.class)).isEqualTo(c);
  }

  @Test
  void a_field_of_a_later_version_is_passed_over_and_nonsense_is_refused() {
    CaseJson json = new CaseJson();
    Sighting sighting = SightingFixtures.nth(1);
    String later = json.write(sighting).replaceFirst("\\{", "{\"added_later\":1,");

    assertThat(json.read(later, Sighting.class)).isEqualTo(sighting);
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> json.read("[", Sighting.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not a Sighting document");
  }
}
