package dev.backflow.export;

/**
 * Where a record stands.
 *
 * @param path the file or object, as the user named it
 * @param offset byte offset of the record's first byte in the inflated stream, 0-based
 * @param record number of the record in its stream, 1-based
 */
public record RecordPosition(String path, long offset, long record) {
  @Override
  public String toString() {
    return path + " record " + record + " (byte " + offset + ")";
  }
}
