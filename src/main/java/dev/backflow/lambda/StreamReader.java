package dev.backflow.lambda;

import dev.backflow.export.PermanentException;
import dev.backflow.export.TransientException;

/** Reads what one record of a stream carries: cases are written when it returns. */
interface StreamReader {
  /**
   * Reads a record. To read it again changes nothing.
   *
   * @param record the record
   * @param part 0-based number of the user record in it
   * @param data the user record's bytes
   * @throws PermanentException where no one can read it
   * @throws TransientException where it must be delivered again
   */
  void read(StreamRecord record, int part, byte[] data);
}
