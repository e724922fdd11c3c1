package dev.backflow.export;

/**
 * One record as it stood in the export: complete in its framing, not yet understood.
 *
 * @param bytes the record's bytes as UTF-8, without the separators around it; not copied
 * @param encoding how the bytes are to be read
 * @param position where it stood
 */
public record RawRecord(byte[] bytes, Encoding encoding, RecordPosition position)
    implements Framed {

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
