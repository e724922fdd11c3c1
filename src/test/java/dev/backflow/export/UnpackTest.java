package dev.backflow.export;

import static dev.backflow.export.Exports.bytes;
import static dev.backflow.export.Exports.read;
import static dev.backflow.export.Exports.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class UnpackTest {
  private static final String A = "{\"a\":1}";
  private static final String B = "{\"b\":2}";

  /** A compression, made with its own library's compressor. */
  enum Packing {
    GZIP {
      @Override
      OutputStream open(OutputStream out) throws IOException {
        return new GZIPOutputStream(out);
      }
    },
    ZSTD {
      @Override
      OutputStream open(OutputStream out) throws IOException {
        return new ZstdOutputStream(out);
      }
    },
    BZIP2 {
      @Override
      OutputStream open(OutputStream out) throws IOException {
        return new BZip2CompressorOutputStream(out, 1);
      }
    },
    XZ {
      @Override
      OutputStream open(OutputStream out) throws IOException {
        return new XZOutputStream(out, new LZMA2Options(1));
      }
    },
    ZIP {
      @Override
      OutputStream open(OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        zip.putNextEntry(new ZipEntry("part-0.json"));
        return zip;
      }
    };

    abstract OutputStream open(OutputStream out) throws IOException;

    byte[] pack(byte[] content) throws IOException {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (OutputStream packed = open(out)) {
        packed.write(content);
      }
      return out.toByteArray();
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_compression_is_told_by_its_first_bytes(Packing packing) throws IOException {
    assertThat(texts(packing.pack(bytes(A + "\n" + B)))).containsExactly(A, B);
    assertThat(read(packing.pack(new byte[0]))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void a_compression_inside_a_gzip_is_read(Packing packing) throws IOException {
    assertThat(texts(Packing.GZIP.pack(packing.pack(bytes(A))))).containsExactly(A);
  }

  @ParameterizedTest
  @EnumSource
  void what_is_cut_off_says_so_and_keeps_what_came_before(Packing packing) throws IOException {
    byte[] whole = packing.pack(bytes(lines(20_000)));
    List<Framed> all = read(Arrays.copyOf(whole, whole.length * 3 / 4));
    PutAside last = (PutAside) all.get(all.size() - 1);
    assertThat(last.cause()).isEqualTo(PutAside.Cause.TRUNCATED);
    assertThat(last.reason()).contains("cut off");
    assertThat(all.subList(0, all.size() - 1))
        .hasSizeGreaterThan(5_000)
        .allMatch(RawRecord.class::isInstance);
  }

  @ParameterizedTest
  @EnumSource
  void damage_ends_the_export_with_its_reason(Packing packing) throws IOException {
    byte[] damaged = packing.pack(bytes(lines(20_000)));
    Arrays.fill(damaged, damaged.length / 2, damaged.length / 2 + 64, (byte) 0x55);
    List<Framed> all = read(damaged);
    assertThat(all).anyMatch(PutAside.class::isInstance);
    assertThat(all.get(0)).isInstanceOf(RawRecord.class);
  }

  @ParameterizedTest
  @EnumSource
  void a_bomb_is_stopped_in_every_compression(Packing packing) throws IOException {
    ExportLimits tight = new ExportLimits(1 << 20, 1 << 30, 50, 1 << 16, 50, 4);
    List<Framed> all = read(packing.pack(new byte[8 << 20]), tight);
    assertThat(all)
        .filteredOn(PutAside.class::isInstance)
        .extracting(f -> ((PutAside) f).cause())
        .contains(PutAside.Cause.TOO_LARGE);
  }

  @Test
  void concatenated_frames_are_read_to_the_last() throws IOException {
    for (Packing packing : List.of(Packing.GZIP, Packing.ZSTD, Packing.BZIP2, Packing.XZ)) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.write(packing.pack(bytes(A)));
      out.write(packing.pack(bytes(B)));
      assertThat(texts(out.toByteArray())).as(packing.name()).containsExactly(A, B);
    }
  }

  @Test
  void the_files_of_a_zip_do_not_run_into_each_other() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String file : List.of("plain line", "", "another")) {
        zip.putNextEntry(new ZipEntry(file + ".txt"));
        zip.write(bytes(file));
      }
    }
    assertThat(texts(out.toByteArray())).containsExactly("plain line", "another");
  }

  @Test
  void each_file_of_a_zip_is_read_by_its_own_form() throws IOException {
    byte[] log =
        EvtxFile.of(List.of(new EvtxFile.Entry("P", 1, Instant.EPOCH, 1, "C", "host", List.of())));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("logs/"));
      zip.putNextEntry(new ZipEntry("logs/Security.evtx"));
      zip.write(log);
      zip.putNextEntry(new ZipEntry("logs/part.json.gz"));
      zip.write(Packing.GZIP.pack(bytes(A + B)));
      zip.putNextEntry(new ZipEntry("logs/Sysmon.evtx"));
      zip.write(log);
      zip.putNextEntry(new ZipEntry("utf16.txt"));
      zip.write(("\uFEFF" + A).getBytes(StandardCharsets.UTF_16LE));
    }
    List<Framed> all = read(out.toByteArray());
    assertThat(all)
        .extracting(f -> f.position().path())
        .containsExactly(
            "export!logs/Security.evtx",
            "export!logs/part.json.gz",
            "export!logs/part.json.gz",
            "export!logs/Sysmon.evtx",
            "export!utf16.txt");
    assertThat(all).allMatch(RawRecord.class::isInstance);
    assertThat(all.get(3).position()).hasToString("export!logs/Sysmon.evtx record 1 (byte 4608)");
  }

  @Test
  void a_zip_in_a_zip_ends_somewhere() throws IOException {
    byte[] export = bytes(A);
    for (int i = 0; i < 4; i++) {
      export = Packing.ZIP.pack(export);
    }
    assertThat(texts(export)).containsExactly(A);
    assertThat(read(Packing.ZIP.pack(export)))
        .singleElement()
        .isInstanceOfSatisfying(
            PutAside.class, p -> assertThat(p.cause()).isEqualTo(PutAside.Cause.TOO_LARGE));
  }

  @Test
  void kinesis_data_as_lambda_shows_it_is_read() throws IOException {
    byte[] base64 = Base64.getEncoder().encode(Packing.GZIP.pack(bytes(A + B)));
    assertThat(texts(base64)).containsExactly(A, B);
  }

  private static String lines(int count) {
    Random random = new Random(3);
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < count; i++) {
      lines.append("{\"n\":").append(random.nextLong()).append("}\n");
    }
    return lines.toString();
  }
}
