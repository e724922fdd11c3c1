package dev.backflow.lambda;

import dev.backflow.aws.ObjectRef;
import dev.backflow.export.PermanentException;
import dev.backflow.export.TransientException;
import dev.backflow.pipeline.RunSummary;

/** Reads one export to its end: cases are written when it returns. */
interface ObjectReader {
  /**
   * Reads an object. To read it again changes nothing.
   *
   * @throws PermanentException where there is nothing to read, and never will be; that was put
   *     aside
   * @throws TransientException where it must be delivered again
   */
  RunSummary read(ObjectRef object);
}
