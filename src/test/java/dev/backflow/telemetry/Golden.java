package dev.backflow.telemetry;

import dev.backflow.export.ExportLimits;
import dev.backflow.export.ExportReader;
import dev.backflow.export.Framed;
import dev.backflow.export.RawRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The golden files: {@code golden/<source>/<rendering>.*} is an export with made-up values, {@code
 * <its name>.ecs.ndjson} what becomes of it.
 */
final class Golden {
  static final Path ROOT = Path.of("src/test/resources/golden");
  static final String EXPECTED = ".ecs.ndjson";

  private Golden() {}

  static List<Path> inputs(String source) {
    try (Stream<Path> files = Files.walk(ROOT.resolve(source))) {
      return files
          .filter(Files::isRegularFile)
          .filter(f -> !f.toString().endsWith(EXPECTED))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path expected(Path input) {
    return input.resolveSibling(input.getFileName() + EXPECTED);
  }

  /** Everything that a file's records become; a stretch that is no record is an error here. */
  static List<Normalized> normalize(Path input) {
    List<Normalized> all = new ArrayList<>();
    Normalizer normalizer = new Normalizer();
    String name = ROOT.relativize(input).toString().replace('\\', '/');
    try (ExportReader reader =
        ExportReader.open(
            name, new ByteArrayInputStream(Files.readAllBytes(input)), ExportLimits.DEFAULTS)) {
      for (Framed f = reader.next(); f != null; f = reader.next()) {
        if (!(f instanceof RawRecord record)) {
          throw new AssertionError("put aside: " + f);
        }
        all.add(normalizer.normalize(record));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  static List<Event> events(Path input) {
    List<Event> events = new ArrayList<>();
    for (Normalized n : normalize(input)) {
      if (n instanceof Normalized.Recognized recognized) {
        events.add(recognized.event());
      }
    }
    return events;
  }
}
