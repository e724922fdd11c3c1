package dev.backflow.export;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One record as it stood in the export: complete in its framing, not yet understood.
 *
 * @param bytes the record's bytes as UTF-8, without the separators around it; not copied
 * @param encoding how the bytes are to be read
 * @param position where it stood
 * @param container what carried it, when that is part of its rendering ({@code evtx}, {@code csv},
 *     {@code cloudwatch}); empty for a record that stood by itself
 * @param carriedAt the time its carrier gave it, null when there is none
 */
public record RawRecord(
    byte[] bytes,
    Encoding encoding,
    RecordPosition position,
    String container,
    @Nullable Instant carriedAt)
    implements Framed {

  /** A record that stood by itself. */
  public RawRecord(byte[] bytes, Encoding encoding, RecordPosition position) {
    this(bytes, encoding, position, "", null);
  }

  /** How a record's bytes are to be read. */
  public enum Encoding {
    /** One JSON object. */
    JSON,
    /** One XML {@code <Event>} element. */
    XML,
    /** Lines of text in a vendor's own layout. */
    TEXT
  }
}
