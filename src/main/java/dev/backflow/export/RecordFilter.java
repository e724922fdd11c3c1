package dev.backflow.export;

/**
 * Decides on a record's raw bytes whether it is worth parsing. It may keep too much, never too
 * little.
 */
@FunctionalInterface
public interface RecordFilter {
  /** Keeps every record. */
  RecordFilter ALL = (bytes, from, to) -> true;

  /**
   * Returns whether the record in {@code bytes[from, to)} is to be kept. The array is the reader's
   * own buffer: it must not be changed or held.
   */
  boolean keep(byte[] bytes, int from, int to);
}
