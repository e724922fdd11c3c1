package dev.backflow.lambda;

import dev.backflow.export.TransientException;
import dev.backflow.pipeline.RunSummary;

/** Reads what one record of a stream carries: cases are written when it returns. */
interface StreamReader {
  /**
   * Reads a record; what no one can read of it is put aside. To read it again changes nothing.
   *
   * @throws TransientException where it must be delivered again
   */
  RunSummary read(StreamRecord record);
}
