package dev.backflow.telemetry;

import dev.backflow.export.PutAside;
import dev.backflow.export.RawRecord;
import dev.backflow.telemetry.source.IncompleteRecordException;
import dev.backflow.telemetry.source.ParsedRecord;
import dev.backflow.telemetry.source.RecordParser;
import dev.backflow.telemetry.source.TelemetrySource;
import dev.backflow.telemetry.source.UnreadableRecordException;
import dev.backflow.telemetry.source.VendorFormats;
import java.util.Optional;

/**
 * Raw records as events: the first source that knows a record reads it; a record none knows is
 * looked into, for it may carry another. Safe for use by several threads.
 */
public final class Normalizer {
  private static final int MAX_WRAPPERS = 3;

  private final TelemetrySource[] sources = VendorFormats.all().toArray(TelemetrySource[]::new);
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
    Optional<ParsedRecord> parsed = Optional.of(parser.parse(record));
    for (int i = 0; i <= MAX_WRAPPERS && parsed.isPresent(); i++) {
      Optional<Normalized> answer = ask(parsed.get());
      if (answer.isPresent()) {
        return answer.get();
      }
      parsed = parser.unwrap(parsed.get());
    }
    return new Normalized.Unknown(record.position());
  }

  private Optional<Normalized> ask(ParsedRecord record) {
    for (TelemetrySource source : sources) {
      Optional<Normalized> answer = source.read(record);
      if (answer.isPresent()) {
        return answer;
      }
    }
    return Optional.empty();
  }

  private static Normalized malformed(RawRecord record, String reason) {
    return new Normalized.Malformed(
        new PutAside(reason, PutAside.Cause.MALFORMED, record.bytes(), record.position()));
  }
}
