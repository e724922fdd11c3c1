package dev.backflow.telemetry.source;

import dev.backflow.telemetry.Normalized;
import java.util.Optional;

/**
 * Reads the records of one vendor format. Stateless: the answer depends on the record alone.
 *
 * <p>Empty means "none of mine". A source that knows a record and finds a value missing that makes
 * it an event throws {@link IncompleteRecordException}.
 */
@FunctionalInterface
public interface TelemetrySource {
  /** Returns what this source makes of a record, empty when it is not its own. */
  Optional<Normalized> read(ParsedRecord record);
}
