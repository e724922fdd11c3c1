package dev.backflow.telemetry;

import dev.backflow.export.PutAside;
import dev.backflow.export.RawRecord;
import dev.backflow.telemetry.source.IncompleteRecordException;
import dev.backflow.telemetry.source.RecordParser;
import dev.backflow.telemetry.source.TelemetrySource;
import dev.backflow.telemetry.source.UnreadableRecordException;
import dev.backflow.telemetry.source.VendorFormats;
import java.util.List;
import java.util.Optional;

/**
 * Raw records as events: the first source that knows a record reads it. Safe for use by several
 * threads.
 */
public final class Normalizer {
  private final List<TelemetrySource> sources = VendorFormats.all();
  private final RecordParser parser = new RecordParser();

  /** Returns what became of a record; whatever its bytes are, this never throws. */
  public Normalized normalize(RawRecord record) {
    try {
      return read(record);
    } catch (UnreadableRecordException e) {
      return malformed(record, "cannot be read: " + e.getMessage());
    } catch (IncompleteRecordException e) {
      return malformed(record, e.getMessage());
    } catch (RuntimeException | StackOverflowError e) {
      return malformed(record, "cannot be understood (" + e.getClass().getSimpleName() + ")");
    }
  }

  private Normalized read(RawRecord record) throws UnreadableRecordException {
    var parsed = parser.parse(record);
    for (TelemetrySource source : sources) {
      Optional<Normalized> answer = source.read(parsed);
      if (answer.isPresent()) {
        return answer.get();
      }
    }
    return new Normalized.Unknown(record.position());
  }

  private static Normalized malformed(RawRecord record, String reason) {
    return new Normalized.Malformed(
        new PutAside(reason, PutAside.Cause.MALFORMED, record.bytes(), record.position()));
  }
}
