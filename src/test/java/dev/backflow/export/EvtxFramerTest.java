package dev.backflow.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backflow.export.EvtxFile.Entry;
import dev.backflow.export.EvtxFile.Value;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EvtxFramerTest {
  private static final Instant TIME = Instant.parse("2026-03-04T02:17:31.4371234Z");

  private static Entry entry(long record, String line) {
    return new Entry(
        "Example-Provider",
        4688,
        TIME,
        record,
        "Security",
        "WS07.example.com",
        List.of(
            Map.entry("CommandLine", Value.text(line)),
            Map.entry("ProcessId", Value.hex64(0x17e8)),
            Map.entry("Guid", Value.guid("5c7a1e20-2b41-6650-9a01-000000001200")),
            Map.entry("Nothing", Value.none())));
  }

  private static List<Entry> entries(int count) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      entries.add(entry(100 + i, "ssh -R " + i));
    }
    return entries;
  }

  @Test
  void a_record_is_rendered_as_windows_renders_it() {
    List<Framed> all = Exports.read(EvtxFile.of(List.of(entry(77, "a <b> & \"c\""))));
    assertThat(all).hasSize(1);
    RawRecord record = (RawRecord) all.get(0);
    assertThat(record.container()).isEqualTo("evtx");
    assertThat(record.encoding()).isEqualTo(RawRecord.Encoding.XML);
    assertThat(record.position()).isEqualTo(new RecordPosition("export", 4608, 1));
    assertThat(Exports.text(record))
        .isEqualTo(
            "<Event xmlns=\"http://schemas.microsoft.com/win/2004/08/events/event\"><System>"
                + "<Provider Name=\"Example-Provider\"/><EventID>4688</EventID>"
                + "<TimeCreated SystemTime=\"2026-03-04T02:17:31.437123400Z\"/>"
                + "<EventRecordID>77</EventRecordID><Channel>Security</Channel>"
                + "<Computer>WS07.example.com</Computer><Security UserID=\"S-1-5-18\"/></System>"
                + "<EventData><Data Name=\"CommandLine\">a &lt;b&gt; &amp; &quot;c&quot;</Data>"
                + "<Data Name=\"ProcessId\">0x17e8</Data>"
                + "<Data Name=\"Guid\">{5c7a1e20-2b41-6650-9a01-000000001200}</Data>"
                + "<Data Name=\"Nothing\"></Data></EventData></Event>");
  }

  @Test
  void records_that_share_a_template_are_all_read() {
    List<String> texts = Exports.texts(EvtxFile.of(entries(40)));
    assertThat(texts).hasSize(40);
    for (int i = 0; i < 40; i++) {
      assertThat(texts.get(i)).contains("<EventRecordID>" + (100 + i), "ssh -R " + i + "<");
    }
  }

  @Test
  void every_chunk_is_read_and_blank_ones_are_none() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(EvtxFile.of(entries(3)));
    out.write(new byte[EvtxFile.CHUNK]);
    out.write(EvtxFile.of(entries(2)), EvtxFile.FILE_HEADER, EvtxFile.CHUNK);
    assertThat(Exports.read(out.toByteArray())).hasSize(5).allMatch(RawRecord.class::isInstance);
  }

  @Test
  void a_damaged_chunk_is_put_aside_and_the_next_read() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] first = EvtxFile.of(entries(3));
    first[EvtxFile.FILE_HEADER] ^= 1;
    out.write(first);
    out.write(EvtxFile.of(entries(2)), EvtxFile.FILE_HEADER, EvtxFile.CHUNK);
    List<Framed> all = Exports.read(out.toByteArray());
    assertThat(all).hasSize(3);
    assertThat(((PutAside) all.get(0)).reason()).isEqualTo("a damaged chunk in the event log");
    assertThat(all.get(0).position().offset()).isEqualTo(EvtxFile.FILE_HEADER);
  }

  @Test
  void a_damaged_record_is_put_aside_alone() {
    byte[] file = EvtxFile.of(entries(5));
    int second = find(file, EvtxFile.FIRST_RECORD + 8);
    file[second + 24 + 4] = (byte) 0x7f;
    List<Framed> all = Exports.read(file);
    assertThat(all).hasSize(5);
    assertThat(((PutAside) all.get(1)).reason()).contains("a token of type");
    assertThat(all).filteredOn(RawRecord.class::isInstance).hasSize(4);
  }

  @Test
  void after_a_record_with_a_broken_size_the_next_is_found() {
    byte[] file = EvtxFile.of(entries(5));
    int second = find(file, EvtxFile.FIRST_RECORD + 8);
    Arrays.fill(file, second + 4, second + 8, (byte) 0xff);
    List<Framed> all = Exports.read(file);
    assertThat(all).hasSize(5);
    assertThat(((PutAside) all.get(1)).reason()).isEqualTo("a damaged record in the event log");
  }

  @Test
  void a_file_that_is_cut_off_yields_its_records_and_says_so() {
    byte[] file = EvtxFile.of(entries(5));
    int third = find(file, find(file, EvtxFile.FIRST_RECORD + 8) + 8);
    List<Framed> all = Exports.read(Arrays.copyOf(file, third + 40));
    assertThat(all).hasSize(3);
    assertThat(((PutAside) all.get(2)).cause()).isEqualTo(PutAside.Cause.TRUNCATED);
  }

  @Test
  void a_template_that_contains_itself_comes_to_an_end() {
    byte[] file = EvtxFile.of(entries(1));
    // The first token of the template's body becomes an instance of the template.
    int body = EvtxFile.FIRST_RECORD + 24 + 4 + 10 + 24 + 4;
    int definition = body - 4 - 24 - EvtxFile.FILE_HEADER;
    file[body] = 0x0c;
    file[body + 6] = (byte) definition;
    file[body + 7] = (byte) (definition >> 8);
    file[body + 8] = 0;
    file[body + 9] = 0;
    assertThat(Exports.read(file))
        .singleElement()
        .isInstanceOfSatisfying(
            PutAside.class, p -> assertThat(p.reason()).contains("a damaged record"));
  }

  @Test
  void no_damage_is_an_exception() {
    Random random = new Random(5);
    byte[] good = EvtxFile.of(entries(6));
    for (int i = 0; i < 3_000; i++) {
      byte[] bad = good.clone();
      for (int j = 0; j < 3; j++) {
        bad[EvtxFile.FILE_HEADER + random.nextInt(4_000)] = (byte) random.nextInt(256);
      }
      assertThat(Exports.read(bad)).isNotNull();
    }
  }

  @Test
  void the_filter_sees_the_rendered_record() throws IOException {
    RecordFilter three =
        (b, from, to) ->
            new String(b, from, to - from, StandardCharsets.UTF_8).contains("ssh -R 3");
    try (ExportReader reader =
        ExportReader.open(
            "x", new ByteArrayInputStream(EvtxFile.of(entries(5))), ExportLimits.DEFAULTS, three)) {
      assertThat(reader.next().position().record()).isEqualTo(4);
      assertThat(reader.next()).isNull();
      assertThat(reader.skipped()).isEqualTo(4);
    }
  }

  /** Returns the place of the next record's magic number. */
  private static int find(byte[] file, int from) {
    for (int i = from; i < file.length; i += 8) {
      if (file[i] == 0x2a && file[i + 1] == 0x2a && file[i + 2] == 0 && file[i + 3] == 0) {
        return i;
      }
    }
    throw new AssertionError("no record");
  }
}
