package dev.backflow.export;

/**
 * Bytes that no one can read as a record: a permanent failure that is kept with its reason, never
 * dropped.
 *
 * @param reason what is wrong, in a person's words
 * @param cause a stable word for counting, for example {@code truncated}
 * @param bytes the bytes in question, possibly cut to a limit
 * @param position where they stood
 */
public record PutAside(String reason, Cause cause, byte[] bytes, RecordPosition position)
    implements Framed {

  /** Why bytes were put aside: the counters' vocabulary. */
  public enum Cause {
    /** The export ends inside a record or a compressed block. */
    TRUNCATED,
    /** Framing or syntax is broken. */
    MALFORMED,
    /** A limit on size, depth or inflation was passed. */
    TOO_LARGE
  }
}
