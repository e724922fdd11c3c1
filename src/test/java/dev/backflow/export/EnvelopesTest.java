package dev.backflow.export;

import static dev.backflow.export.Exports.bytes;
import static dev.backflow.export.Exports.read;
import static dev.backflow.export.Exports.texts;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopesTest {
  private static final String A = "{\"a\":1}";
  private static final String B = "{\"b\":[{\"records\":[1]}]}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"records\":[%s,%s]}",
        "{\"records\" : [ %s , %s ] , \"next\" : null }",
        "{\"Stats\":{\"a\":[1]},\"Schema\":[{\"Name\":\"x\"}],\"Results\":[%s,%s]}",
        "{\"schema\":[],\"results\":[%s,%s]}",
        "{\"@odata.context\":\"x\",\"value\":[%s,%s]}",
        "{\"took\":1,\"hits\":{\"total\":{\"value\":2},\"hits\":[%s,%s]},\"aggregations\":{\"x\":[{}]}}",
        "[{\"records\":[%s]},{\"records\":[%s]}]"
      })
  void records_are_taken_out_of_what_carries_them(String envelope) {
    String export = String.format(envelope, A, B);
    assertThat(texts(bytes(export))).containsExactly(A, B);
    assertThat(texts(bytes(export + export + "\n" + A))).containsExactly(A, B, A, B, A);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":{\"records\":[{}]}}",
        "{\"recordsX\":[{}]}",
        "{\"a\":\"records\",\"b\":[{}]}",
        "{\"hits\":[{\"a\":1}]}",
        "{\"hits\":{\"a\":{\"hits\":[{}]}}}"
      })
  void what_only_looks_like_an_envelope_is_a_record(String record) {
    assertThat(texts(bytes(record))).containsExactly(record);
  }

  @Test
  void an_envelope_may_be_far_larger_than_a_record_may_be() {
    ExportLimits tight = new ExportLimits(1_000, 1L << 30, 1_000, 1 << 30, 50, 4);
    String head = "{\"pad\":\"" + "x".repeat(500) + "\",\"records\":[";
    String export = head + (A + ",").repeat(99_999) + A + "]}";
    List<Framed> all = read(bytes(export), tight);
    assertThat(all).hasSize(100_000).allMatch(RawRecord.class::isInstance);
  }

  @Test
  void an_envelope_that_is_cut_off_yields_its_records_and_says_so() {
    List<Framed> all = read(bytes("{\"records\":[" + A + "," + B));
    assertThat(all).hasSize(3);
    assertThat(((PutAside) all.get(2)).cause()).isEqualTo(PutAside.Cause.TRUNCATED);
    List<Framed> tail = read(bytes("{\"records\":[" + A + "]"));
    assertThat(((PutAside) tail.get(1)).cause()).isEqualTo(PutAside.Cause.TRUNCATED);
  }

  @Test
  void one_bad_record_in_an_envelope_does_not_cost_the_next() {
    List<Framed> all =
        read(bytes("{\"records\":[\n" + A + ",\n{\"x\":\"cut,\n" + B + "\n]}\n" + A));
    assertThat(all).extracting(Exports::text).containsExactly(A, "{\"x\":\"cut,", B, A);
    assertThat(all.get(1)).isInstanceOf(PutAside.class);
  }

  @Test
  void what_is_no_record_in_an_array_is_put_aside() {
    List<Framed> all = read(bytes("[1," + A + ",null]"));
    assertThat(all).hasSize(3);
    assertThat(all.get(0)).isInstanceOf(PutAside.class);
    assertThat(all.get(1)).isInstanceOf(RawRecord.class);
  }

  @Test
  void arrays_in_each_other_end_somewhere() {
    List<Framed> all = read(bytes("[".repeat(100) + A));
    assertThat(all)
        .filteredOn(PutAside.class::isInstance)
        .extracting(f -> ((PutAside) f).cause())
        .contains(PutAside.Cause.TOO_LARGE);
  }

  @Test
  void cloudwatch_messages_are_the_records_with_the_time_they_carry() {
    String json = "{\\\"a\\\":\\\"\\u00e9\\\"}";
    String export =
        "{\"messageType\":\"DATA_MESSAGE\",\"owner\":\"1\",\"logEvents\":["
            + "{\"id\":\"1\",\"timestamp\":1772590651442,\"message\":\""
            + json
            + "\"},{\"id\":\"2\",\"timestamp\":1772590651443,\"message\":\"<Event><a/></Event>\"},"
            + "{\"id\":\"3\",\"message\":\"text\\nof lines\"}]}";
    List<Framed> all = read(bytes(export + export));
    assertThat(all).hasSize(6);
    RawRecord first = (RawRecord) all.get(0);
    assertThat(Exports.text(first)).isEqualTo("{\"a\":\"\u00e9\"}");
    assertThat(first.encoding()).isEqualTo(RawRecord.Encoding.JSON);
    assertThat(first.container()).isEqualTo("cloudwatch");
    assertThat(first.carriedAt()).isEqualTo(Instant.ofEpochMilli(1772590651442L));
    assertThat(((RawRecord) all.get(1)).encoding()).isEqualTo(RawRecord.Encoding.XML);
    assertThat(((RawRecord) all.get(2)).encoding()).isEqualTo(RawRecord.Encoding.TEXT);
    assertThat(((RawRecord) all.get(2)).carriedAt()).isNull();
  }

  @Test
  void cloudwatch_probes_are_no_records() {
    String probe =
        "{\"messageType\":\"CONTROL_MESSAGE\",\"logEvents\":[{\"id\":\"\",\"timestamp\":1,"
            + "\"message\":\"CWL CONTROL MESSAGE: Checking health\"}]}";
    assertThat(texts(bytes(probe + A))).containsExactly(A);
  }

  @Test
  void a_log_event_without_a_message_is_put_aside() {
    List<Framed> all = read(bytes("{\"logEvents\":[{\"id\":\"1\"}]}"));
    assertThat(((PutAside) all.get(0)).reason()).contains("without a readable message");
  }

  @Test
  void records_may_be_strings_in_an_array() {
    assertThat(texts(bytes("[\"{\\\"a\\\":1}\",\"<Event/>\"]"))).containsExactly(A, "<Event/>");
  }
}
