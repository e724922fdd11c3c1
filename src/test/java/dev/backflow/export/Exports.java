package dev.backflow.export;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Makes and reads exports in tests. */
public final class Exports {
  private Exports() {}

  public static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  public static byte[] gzip(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
        gzip.write(part);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return out.toByteArray();
  }

  public static List<Framed> read(byte[] export) {
    return read(export, ExportLimits.DEFAULTS);
  }

  public static List<Framed> read(byte[] export, ExportLimits limits) {
    List<Framed> all = new ArrayList<>();
    try (ExportReader reader =
        ExportReader.open("export", new ByteArrayInputStream(export), limits)) {
      for (Framed f = reader.next(); f != null; f = reader.next()) {
        all.add(f);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  public static String text(Framed framed) {
    byte[] bytes =
        framed instanceof RawRecord record ? record.bytes() : ((PutAside) framed).bytes();
    return new String(bytes, StandardCharsets.UTF_8).strip();
  }

  public static List<String> texts(byte[] export) {
    return read(export).stream().map(Exports::text).toList();
  }
}
