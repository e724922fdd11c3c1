package dev.backflow.aws;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.backflow.export.PutAside;
import dev.backflow.pipeline.PutAsideSink;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * What was put aside of one export: gzipped NDJSON, one object {@code reason, cause, path, offset,
 * record, bytes} (base64, unredacted) for each. After so many records or bytes only the count goes
 * on, and the last line says {@code omitted}: the export itself is still where its path says.
 */
public final class SidelineFile implements PutAsideSink {
  private static final int RECORDS_AT_MOST = 10_000;
  private static final long BYTES_AT_MOST = 64L << 20;
  private static final JsonFactory JSON = new JsonFactory();

  private final S3Sideline sideline;
  private final String key;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final int recordsAtMost;
  private final long bytesAtMost;
  private @Nullable JsonGenerator json;
  private long records;
  private long volume;
  private long omitted;

  SidelineFile(S3Sideline sideline, String key) {
    this(sideline, key, RECORDS_AT_MOST, BYTES_AT_MOST);
  }

  SidelineFile(S3Sideline sideline, String key, int recordsAtMost, long bytesAtMost) {
    this.sideline = sideline;
    this.key = key;
    this.recordsAtMost = recordsAtMost;
    this.bytesAtMost = bytesAtMost;
  }

  @Override
  public void accept(PutAside aside) {
    if (records >= recordsAtMost || volume + aside.bytes().length > bytesAtMost) {
      omitted++;
      return;
    }
    records++;
    volume += aside.bytes().length;
    try {
      JsonGenerator out = generator();
      out.writeStartObject();
      out.writeStringField("reason", aside.reason());
      out.writeStringField("cause", aside.cause().name());
      out.writeStringField("path", aside.position().path());
      out.writeNumberField("offset", aside.position().offset());
      out.writeNumberField("record", aside.position().record());
      out.writeBinaryField("bytes", aside.bytes());
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts aside a whole item of which there are no bytes: an object that is gone. */
  public void missing(String path, String reason) {
    try {
      JsonGenerator out = generator();
      out.writeStartObject();
      out.writeStringField("reason", reason);
      out.writeStringField("cause", "GONE");
      out.writeStringField("path", path);
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Stores what was put aside, if anything was; the same export again replaces it.
   *
   * @throws dev.backflow.export.TransientException when it cannot be stored
   */
  public void store() {
    JsonGenerator out = json;
    if (out == null) {
      return;
    }
    try {
      if (omitted > 0) {
        out.writeStartObject();
        out.writeNumberField("omitted", omitted);
        out.writeEndObject();
      }
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    sideline.put(key, bytes.toByteArray());
  }

  private JsonGenerator generator() throws IOException {
    JsonGenerator out = json;
    if (out == null) {
      out = JSON.createGenerator(new GZIPOutputStream(bytes));
      out.setRootValueSeparator(new SerializedString("\n"));
      json = out;
    }
    return out;
  }
}
