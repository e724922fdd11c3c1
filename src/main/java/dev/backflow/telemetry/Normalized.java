package dev.backflow.telemetry;

import dev.backflow.export.PutAside;
import dev.backflow.export.RecordPosition;

/** What became of one raw record. */
public sealed interface Normalized {

  /** A record of a known source that tells of something Backflow uses. */
  record Recognized(Event event) implements Normalized {}

  /** A row of a source's side table: what other records leave out, to be looked up by key. */
  record Reference(ReferenceRow row) implements Normalized {}

  /**
   * A record of a known source, of a kind Backflow has no use for.
   *
   * @param kind the source's name of the kind, for counting
   */
  record Ignored(Source source, String kind) implements Normalized {}

  /** A well-formed record of no source Backflow knows. Counted, not an error. */
  record Unknown(RecordPosition position) implements Normalized {}

  /** A record that cannot be read, or one of a known source that lacks what makes it an event. */
  record Malformed(PutAside putAside) implements Normalized {}
}
