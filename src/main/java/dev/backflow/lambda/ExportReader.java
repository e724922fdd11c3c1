package dev.backflow.lambda;

import dev.backflow.aws.ObjectRef;
import dev.backflow.aws.PermanentFailureException;
import dev.backflow.aws.TransientFailureException;

/** Reads one export to its end: cases are written when it returns. */
interface ExportReader {
  /**
   * Reads an object. To read it again changes nothing.
   *
   * @throws PermanentFailureException where there is nothing to read, and never will be
   * @throws TransientFailureException where it must be delivered again
   */
  void read(ObjectRef object) throws PermanentFailureException;
}
