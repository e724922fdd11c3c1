package dev.backflow.export;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Cuts one stream into records. */
interface Framer {
  /** Returns the next record or stretch put aside, null at the end. */
  @Nullable Framed next() throws IOException;

  /** Returns how many records the filter has kept out so far. */
  long skipped();
}
