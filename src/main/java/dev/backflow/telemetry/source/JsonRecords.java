package dev.backflow.telemetry.source;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Parses JSON records (RFC 8259), keeping the members of the vocabulary. A parser of our own,
 * because most of a record is passed over, and numbers are kept as they are written: it does in one
 * look over the bytes what a general parser does in several.
 */
final class JsonRecords {
  private final JsonMemory memory;

  JsonRecords(Vocabulary vocabulary) {
    this.memory = new JsonMemory(vocabulary);
  }

  /** Returns what has been remembered so far. */
  JsonMemory memory() {
    return memory;
  }

  /**
   * Returns the object; bytes that are no UTF-8 are read as U+FFFD, for they may stand in a command
   * line that matters.
   */
  JsonObject parse(byte[] bytes) throws UnreadableRecordException {
    return new JsonReading(bytes).record(memory.record());
  }

  /** Returns the object a text begins with, null when it begins with none. */
  @Nullable JsonObject parseText(String text) {
    try {
      return parse(text.getBytes(StandardCharsets.UTF_8));
    } catch (UnreadableRecordException e) {
      return null;
    }
  }
}
