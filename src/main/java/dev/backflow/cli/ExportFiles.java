package dev.backflow.cli;

import dev.backflow.export.PermanentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files an argument of the command line names. */
final class ExportFiles {
  private ExportFiles() {}

  /**
   * Returns the file itself, or all regular files below a directory in the order of their names.
   *
   * @throws PermanentException naming the path when there is none or it cannot be listed
   */
  static List<Path> of(Path path) {
    if (!Files.exists(path)) {
      throw new PermanentException(
          path + " does not exist: name an export file or a directory", null);
    }
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> below = Files.walk(path)) {
      return below.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new PermanentException(path + " cannot be listed: " + e.getMessage(), e);
    }
  }

  static long size(List<Path> files) {
    return files.stream().mapToLong(ExportFiles::size).sum();
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0;
    }
  }
}
