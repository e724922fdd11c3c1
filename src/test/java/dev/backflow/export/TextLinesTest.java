package dev.backflow.export;

import static dev.backflow.export.Exports.bytes;
import static dev.backflow.export.Exports.read;
import static dev.backflow.export.Exports.texts;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextLinesTest {
  private static final String A = "{\"a\":1}";

  @Test
  void a_line_is_a_record() {
    assertThat(texts(bytes("one\r\ntwo\n\n<13>Mar  4 host app: {\"a\":1}\nlast")))
        .containsExactly("one", "two", "<13>Mar  4 host app: {\"a\":1}", "last");
  }

  @Test
  void splunk_events_run_over_lines_up_to_the_next_date() {
    String first =
        "03/12/2026 10:48:14 AM\nLogName=Security\nEventCode=4688\nMessage=A.\n\nB:\n\tC:\tD";
    String second = "03/12/2026 10:48:15 AM\nLogName=Security\nEventCode=4689\nMessage=E";
    assertThat(texts(bytes(first + "\n" + second + "\n" + A))).containsExactly(first, second, A);
    String dateless = "LogName=Security\nEventCode=4688\nMessage=A.\n\nB";
    assertThat(texts(bytes(dateless + "\n" + dateless))).containsExactly(dateless, dateless);
  }

  @Test
  void bracketed_events_run_over_lines_up_to_the_next_bracket() {
    String event = "[Security] [Information] [4688] [P] [host] [Process:\nImage: x\nUser: y]";
    assertThat(texts(bytes(event + "\r\n" + event + "\n" + A))).containsExactly(event, event, A);
  }

  @Test
  void lines_that_number_the_records_are_none() {
    assertThat(texts(bytes("Record 1\n" + A + "\nRecord 22\r\n" + A))).containsExactly(A, A);
    assertThat(texts(bytes("Record x\n"))).containsExactly("Record x");
  }

  @Test
  void csv_rows_are_objects_of_the_header() {
    String csv =
        """
        Timestamp,DeviceId,ActionType,"Process Line"
        t1,d,a,"x ""y"", z"

        t2,,a,"two
        lines"
        """;
    List<Framed> all = read(bytes("\uFEFF" + csv.replace("\n", "\r\n")));
    assertThat(all)
        .extracting(Exports::text)
        .containsExactly(
            "{\"Timestamp\":\"t1\",\"DeviceId\":\"d\",\"ActionType\":\"a\",\"Process Line\":\"x"
                + " \\\"y\\\", z\"}",
            "{\"Timestamp\":\"t2\",\"ActionType\":\"a\",\"Process Line\":\"two\\r\\nlines\"}");
    assertThat(((RawRecord) all.get(0)).container()).isEqualTo("csv");
    assertThat(all.get(0).position()).isEqualTo(new RecordPosition("export", 49, 1));
  }

  @Test
  void a_csv_row_of_another_length_is_put_aside_alone() {
    List<Framed> all = read(bytes("Timestamp,DeviceId,ActionType,X\n1,2,3\n1,2,3,4\n1,2"));
    assertThat(((PutAside) all.get(0)).reason())
        .isEqualTo("a CSV row of 3 cells under a header of 4");
    assertThat(all.get(1)).isInstanceOf(RawRecord.class);
    assertThat(((PutAside) all.get(2)).cause()).isEqualTo(PutAside.Cause.TRUNCATED);
  }

  @Test
  void a_csv_row_beyond_the_limit_is_put_aside_and_the_next_read() {
    ExportLimits tight = new ExportLimits(100_000, 1L << 30, 100, 1 << 30, 50, 4);
    List<Framed> all =
        read(
            bytes("Timestamp,DeviceId,ActionType,X\n1,2,3," + "x".repeat(500_000) + "\n1,2,3,4\n"),
            tight);
    assertThat(((PutAside) all.get(0)).cause()).isEqualTo(PutAside.Cause.TOO_LARGE);
    assertThat(all.get(1)).isInstanceOf(RawRecord.class);
  }

  @Test
  void text_with_commas_is_no_csv() {
    assertThat(texts(bytes("a, b, c, d\ne, f, g, h\n")))
        .containsExactly("a, b, c, d", "e, f, g, h");
  }
}
