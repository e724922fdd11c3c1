package dev.backflow.export;

import static dev.backflow.export.Exports.bytes;
import static dev.backflow.export.Exports.gzip;
import static dev.backflow.export.Exports.read;
import static dev.backflow.export.Exports.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportReaderTest {
  private static final String A = "{\"a\":1}";
  private static final String B = "{\"b\":\"}{\\\"\"}";
  private static final String C = "{\"c\":[{\"d\":{}}]}";

  @ParameterizedTest
  @ValueSource(strings = {"", " \r\n\t\n", "[]", "[ ]\n", "{\"records\":[]}"})
  void an_empty_export_has_no_records(String text) {
    assertThat(read(bytes(text))).isEmpty();
    assertThat(read(gzip(bytes(text)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "", ",", " ,\n ", "\u001e"})
  void objects_are_told_apart_whatever_separates_them(String separator) {
    assertThat(texts(bytes(A + separator + B + separator + C))).containsExactly(A, B, C);
  }

  @Test
  void an_array_is_entered_and_its_elements_are_the_records() {
    assertThat(texts(bytes("[\n  " + A + ",\n  " + B + "\n]\n" + C))).containsExactly(A, B, C);
  }

  @Test
  void a_record_over_several_lines_is_one_record() {
    String pretty = "{\n  \"a\" : {\n    \"b\" : [\n      1,\n      { \"c\" : 2 }\n    ]\n  }\n}";
    assertThat(texts(bytes(pretty + "\n" + A))).containsExactly(pretty, A);
  }

  @Test
  void positions_name_file_byte_and_record() {
    List<Framed> all = read(bytes(A + "\n\n" + B + "\n"));
    assertThat(all.get(0).position()).isEqualTo(new RecordPosition("export", 0, 1));
    assertThat(all.get(1).position()).isEqualTo(new RecordPosition("export", 9, 2));
    assertThat(all.get(1).position()).hasToString("export record 2 (byte 9)");
  }

  @Test
  void a_byte_order_mark_is_no_part_of_the_record_but_counts_as_bytes() {
    List<Framed> all = read(bytes("\uFEFF" + A));
    assertThat(Exports.text(all.get(0))).isEqualTo(A);
    assertThat(all.get(0).position().offset()).isEqualTo(3);
  }

  @Test
  void utf16_is_read_by_its_mark_and_without_it() {
    String xml = "<Event xmlns='x'><a>\u00e9\u20ac\uD83D\uDE00</a></Event>";
    for (var charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      assertThat(texts(("\uFEFF" + xml + "\r\n" + xml).getBytes(charset)))
          .containsExactly(xml, xml);
      assertThat(texts(xml.getBytes(charset))).containsExactly(xml);
    }
  }

  @Test
  void every_member_of_a_gzip_is_read() {
    assertThat(texts(gzip(bytes(A + "\n"), bytes(B), bytes(C)))).containsExactly(A, B, C);
  }

  @Test
  void members_are_read_from_a_stream_that_cannot_say_what_is_available() throws IOException {
    byte[] first = gzip(bytes(A));
    InputStream slow =
        new SequenceInputStream(
            new ByteArrayInputStream(first), new ByteArrayInputStream(gzip(bytes(B)))) {
          @Override
          public int available() {
            return 0;
          }
        };
    try (ExportReader reader = ExportReader.open("s3", slow, ExportLimits.DEFAULTS)) {
      assertThat(Exports.text(reader.next())).isEqualTo(A);
      assertThat(Exports.text(reader.next())).isEqualTo(B);
      assertThat(reader.next()).isNull();
      assertThat(reader.bytesInflated()).isEqualTo(A.length() + B.length());
    }
  }

  @Test
  void a_gzip_in_a_gzip_is_read_but_not_without_end() {
    byte[] export = gzip(gzip(bytes(A)));
    assertThat(texts(export)).containsExactly(A);
    for (int i = 0; i < 4; i++) {
      export = gzip(export);
    }
    assertThat(read(export))
        .singleElement()
        .isInstanceOfSatisfying(
            PutAside.class, p -> assertThat(p.cause()).isEqualTo(PutAside.Cause.TOO_LARGE));
  }

  @Test
  void a_cut_off_gzip_yields_what_came_before_the_cut_and_then_says_so() {
    byte[] whole = gzip(bytes(randomLines(4_000)));
    for (int length : new int[] {11, whole.length / 3, whole.length / 2, whole.length - 9}) {
      List<Framed> all = read(Arrays.copyOf(whole, length));
      Framed last = all.get(all.size() - 1);
      assertThat(last).isInstanceOf(PutAside.class);
      assertThat(((PutAside) last).cause()).isEqualTo(PutAside.Cause.TRUNCATED);
      assertThat(((PutAside) last).reason()).contains("cut off");
      assertThat(all.subList(0, all.size() - 1)).allMatch(RawRecord.class::isInstance);
    }
    assertThat(read(Arrays.copyOf(whole, whole.length / 2)).size()).isGreaterThan(1_000);
    assertThat(read(Arrays.copyOf(whole, whole.length - 9))).hasSize(4_001);
  }

  @Test
  void a_gzip_whose_checksum_does_not_fit_says_so_after_its_records() {
    byte[] export = gzip(bytes(A));
    export[export.length - 5] ^= 1;
    List<Framed> all = read(export);
    assertThat(all).hasSize(2);
    assertThat(((PutAside) all.get(1)).reason()).contains("checksum");
  }

  @Test
  void bytes_after_a_gzip_are_not_lost_without_a_word() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(gzip(bytes(A)));
    out.writeBytes(bytes("rest"));
    List<Framed> all = read(out.toByteArray());
    assertThat(all).hasSize(2);
    assertThat(((PutAside) all.get(1)).cause()).isEqualTo(PutAside.Cause.MALFORMED);
  }

  @Test
  void a_bomb_is_stopped() {
    ExportLimits tight = new ExportLimits(1 << 20, 1 << 24, 100, 1 << 16, 50, 4);
    List<Framed> all = read(gzip(new byte[1 << 20]), tight);
    PutAside last = (PutAside) all.get(all.size() - 1);
    assertThat(last.cause()).isEqualTo(PutAside.Cause.TOO_LARGE);
    assertThat(last.reason()).contains("100 times");
  }

  @Test
  void an_export_larger_than_the_limit_is_stopped() {
    ExportLimits tight = new ExportLimits(1 << 20, 20, 100, 1 << 16, 50, 4);
    List<Framed> all = read(bytes(A + "\n" + A + "\n" + A + "\n" + A), tight);
    assertThat(all.get(all.size() - 1))
        .isInstanceOfSatisfying(PutAside.class, p -> assertThat(p.reason()).contains("20 bytes"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"a\":1", "{\"a\":\"cut", "{\"a\":{\"b\":2}", "{\"a\":[1,2}", "{\"a\":1]}"})
  void one_bad_record_among_good_ones_is_put_aside_alone(String bad) {
    List<Framed> all = read(bytes(A + "\n" + bad + "\n" + B + "\n" + C + "\n"));
    assertThat(all).hasSize(4);
    PutAside aside = (PutAside) all.get(1);
    assertThat(Exports.text(aside)).isEqualTo(bad);
    assertThat(aside.position()).isEqualTo(new RecordPosition("export", A.length() + 1L, 2));
    assertThat(texts(bytes(A + "\n" + bad + "\n" + B + "\n" + C)).subList(2, 4))
        .containsExactly(B, C);
  }

  @Test
  void a_record_cut_where_a_value_must_follow_takes_its_neighbour_along() {
    String bad = "{\"a\":1,\"b\":";
    List<Framed> all = read(bytes(A + "\n" + bad + "\n" + B + "\n" + C));
    assertThat(all).extracting(Exports::text).containsExactly(A, bad + "\n" + B, C);
    assertThat(all.get(1)).isInstanceOf(PutAside.class);
  }

  @Test
  void a_record_cut_at_the_end_of_the_export_is_put_aside_as_truncated() {
    List<Framed> all = read(bytes(A + "\n{\"b\":\"x"));
    assertThat(all).hasSize(2);
    assertThat(((PutAside) all.get(1)).cause()).isEqualTo(PutAside.Cause.TRUNCATED);
    assertThat(Exports.text(all.get(1))).isEqualTo("{\"b\":\"x");
  }

  @Test
  void a_long_record_is_kept_and_one_beyond_the_limit_put_aside_with_its_head() {
    String mega = "{\"a\":\"" + "x".repeat(1 << 20) + "\"}";
    assertThat(texts(bytes(A + "\n" + mega + "\n" + B))).containsExactly(A, mega, B);

    ExportLimits tight = new ExportLimits(100_000, 1L << 30, 100, 1 << 30, 50, 4);
    List<Framed> all = read(bytes(A + "\n" + mega + "\n" + B), tight);
    assertThat(all).hasSize(3);
    PutAside aside = (PutAside) all.get(1);
    assertThat(aside.cause()).isEqualTo(PutAside.Cause.TOO_LARGE);
    assertThat(aside.bytes()).hasSizeBetween(60_000, 70_000);
    assertThat(Exports.text(all.get(2))).isEqualTo(B);
  }

  @Test
  void nesting_beyond_the_limit_is_put_aside_and_the_next_record_read() {
    String deep = "{\"a\":".repeat(300) + "1" + "}".repeat(300);
    List<Framed> all = read(bytes(deep + "\n" + A));
    assertThat(((PutAside) all.get(0)).reason()).contains("deeper");
    assertThat(Exports.text(all.get(all.size() - 1))).isEqualTo(A);
  }

  @Test
  void a_failing_stream_is_no_broken_export() {
    InputStream failing =
        new SequenceInputStream(
            new ByteArrayInputStream(bytes(A + "\n{\"b\"")),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw new IOException("connection reset");
              }

              @Override
              public int read(byte[] b, int off, int len) throws IOException {
                return read();
              }
            });
    ExportReader reader = ExportReader.open("s3", failing, ExportLimits.DEFAULTS);
    assertThatThrownBy(
            () -> {
              while (reader.next() != null) {}
            })
        .isInstanceOf(IOException.class)
        .hasMessage("connection reset");
  }

  @Test
  void records_the_filter_keeps_out_are_counted_and_keep_their_numbers() throws IOException {
    RecordFilter onlyB =
        (bytes, from, to) ->
            new String(bytes, from, to - from, StandardCharsets.UTF_8).contains("\"b\"");
    try (ExportReader reader =
        ExportReader.open(
            "export",
            new ByteArrayInputStream(bytes(A + "\n" + B + "\n" + C)),
            ExportLimits.DEFAULTS,
            onlyB)) {
      assertThat(reader.next().position()).isEqualTo(new RecordPosition("export", 8, 2));
      assertThat(reader.next()).isNull();
      assertThat(reader.skipped()).isEqualTo(2);
    }
  }

  @Test
  void json_xml_and_text_may_stand_in_one_export() {
    String xml = "<Event xmlns=\"x\">\n  <a b='>'/>\n  <c>&lt;/Event></c></Event>";
    List<Framed> all = read(bytes(A + "\n" + xml + "plain line\n" + xml + B));
    assertThat(all).extracting(Exports::text).containsExactly(A, xml, "plain line", xml, B);
    assertThat(all)
        .extracting(f -> ((RawRecord) f).encoding())
        .containsExactly(
            RawRecord.Encoding.JSON,
            RawRecord.Encoding.XML,
            RawRecord.Encoding.TEXT,
            RawRecord.Encoding.XML,
            RawRecord.Encoding.JSON);
  }

  @Test
  void events_are_read_with_and_without_a_root_and_prologues() {
    String event = "<Event><System/></Event>";
    String prologue = "<?xml version=\"1.0\"?>";
    assertThat(texts(bytes(prologue + "<!-- c --><Events>" + event + event + "</Events>")))
        .containsExactly(event, event);
    assertThat(texts(bytes(prologue + event + "\n" + prologue + event)))
        .containsExactly(event, event);
  }

  @Test
  void a_broken_event_does_not_swallow_the_next() {
    String good = "<Event><a>1</a></Event>";
    String cut = "<Event><a b='1";
    List<Framed> all = read(bytes(good + cut + good + "<Event><x>" + good + "<Event><y"));
    assertThat(all)
        .extracting(Exports::text)
        .containsExactly(good, cut, good, "<Event><x>", good, "<Event><y");
    assertThat(((PutAside) all.get(5)).cause()).isEqualTo(PutAside.Cause.TRUNCATED);
  }

  @Test
  void a_document_type_is_refused() {
    String bomb = "<Event><!DOCTYPE x [<!ENTITY a \"b\">]><a>&a;</a></Event>";
    String good = "<Event><a/></Event>";
    List<Framed> all = read(bytes(bomb + "\n" + good));
    assertThat(((PutAside) all.get(0)).reason()).contains("document type");
    assertThat(Exports.text(all.get(all.size() - 1))).isEqualTo(good);
  }

  @Test
  void a_file_that_is_no_export_ends_without_an_error() {
    byte[] noise = new byte[100_000];
    new Random(7).nextBytes(noise);
    assertThat(read(noise)).isNotEmpty();
  }

  private static String randomLines(int count) {
    Random random = new Random(42);
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < count; i++) {
      lines.append("{\"n\":").append(random.nextLong()).append("}\n");
    }
    return lines.toString();
  }
}
