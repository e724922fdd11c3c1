package dev.backflow.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backflow.export.Exports;
import dev.backflow.export.Framed;
import dev.backflow.export.PutAside;
import dev.backflow.export.RawRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Every byte of an export ends in an event, a counted record, or a stretch put aside. */
class RobustnessTest {
  private static final String ROLLUP =
      "{\"event_simpleName\":\"ProcessRollup2\",\"aid\":\"a\",\"cid\":\"c\",\"id\":\"1\",\"timestamp\":"
          + "\"1772590651437\",\"event_platform\":\"Win\",\"ImageFileName\":\"\\\\Device\\\\x\\\\ssh.exe\","
          + "\"CommandLine\":\"%s\"}";

  @Test
  void formats_may_be_mixed_in_one_file() throws IOException {
    ByteArrayOutputStream mixed = new ByteArrayOutputStream();
    long expected = 0;
    for (String file :
        List.of(
            "sysmon/event_xml.xml",
            "crowdstrike_fdr/panther.ndjson",
            "elastic_defend/search_response.json",
            "sysmon/bracketed_text.txt",
            "windows_security/xmltodict.json",
            "defender_xdr/event_hub.json",
            "windows_security/splunk_text.txt",
            "sysmon/rendered_xml.xml",
            "sentinelone_cloud_funnel/cloud_funnel_2.ndjson.gz")) {
      Path path = Golden.ROOT.resolve(file);
      expected += Golden.events(path).size();
      byte[] bytes = Files.readAllBytes(path);
      mixed.writeBytes(
          file.endsWith(".gz")
              ? new java.util.zip.GZIPInputStream(new java.io.ByteArrayInputStream(bytes))
                  .readAllBytes()
              : bytes);
      mixed.write('\n');
    }
    assertThat(events(mixed.toByteArray())).isEqualTo(expected);
  }

  @Test
  void a_command_line_of_a_mebibyte_is_kept_whole() {
    String line = "ssh -R 1 " + "x".repeat(1 << 20);
    RawRecord record =
        (RawRecord) Exports.read(Exports.bytes(String.format(ROLLUP, line) + "\n")).get(0);
    var event =
        (Event.ProcessStarted) ((Normalized.Recognized) new Normalizer().normalize(record)).event();
    assertThat(event.process().commandLine()).isEqualTo(line);
  }

  @Test
  void one_bad_record_among_good_ones_costs_only_itself() {
    String good = String.format(ROLLUP, "ssh x");
    for (String bad :
        List.of(
            "{\"event_simpleName\":}", "{", "{\"a\":\"\\q\"}", "<Event><a></b>", "\u0000", "}")) {
      byte[] export = Exports.bytes(good + "\n" + bad + "\n" + good + "\n" + good);
      assertThat(events(export)).as(bad).isEqualTo(3);
    }
  }

  @Test
  void whatever_is_done_to_an_export_nothing_is_thrown() throws IOException {
    Random random = new Random(17);
    for (Path input : Golden.inputs("")) {
      byte[] good = Files.readAllBytes(input);
      for (int i = 0; i < 20; i++) {
        byte[] bad = Arrays.copyOf(good, random.nextInt(good.length) + 1);
        for (int j = 0; j < 5; j++) {
          bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
        }
        normalizeAll(bad);
      }
    }
  }

  @Test
  void the_bytes_of_what_is_put_aside_and_kept_are_all_the_bytes() {
    String good = String.format(ROLLUP, "ssh x");
    String export = good + "\n{\"cut\":\"\n" + good + "\n{\"a\":[}\n" + good + "\n{\"end";
    StringBuilder all = new StringBuilder();
    for (Framed framed : Exports.read(Exports.bytes(export))) {
      all.append(Exports.text(framed));
    }
    assertThat(all.toString()).isEqualTo(export.replace("\n", ""));
  }

  private static long events(byte[] export) {
    return normalizeAll(export);
  }

  private static long normalizeAll(byte[] export) {
    Normalizer normalizer = new Normalizer();
    long events = 0;
    for (Framed framed : Exports.read(export)) {
      if (framed instanceof PutAside aside) {
        assertThat(aside.reason()).isNotBlank();
      } else if (normalizer.normalize((RawRecord) framed) instanceof Normalized.Recognized) {
        events++;
      }
    }
    return events;
  }

  @Test
  void text_in_any_language_survives() {
    String line = "ssh -R 1 \u00e9\u4e2d\uD83D\uDE00";
    RawRecord record = (RawRecord) Exports.read(Exports.bytes(String.format(ROLLUP, line))).get(0);
    var event =
        (Event.ProcessStarted) ((Normalized.Recognized) new Normalizer().normalize(record)).event();
    assertThat(event.process().commandLine().getBytes(StandardCharsets.UTF_8))
        .isEqualTo(line.getBytes(StandardCharsets.UTF_8));
  }
}
