package dev.backflow.detection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a record tells of a process, as far as the decision needs it.
 *
 * @param image path of the image, in any spelling a sensor has, or null
 * @param originalFileName of the version resource, or null
 * @param description of the version resource, or null
 * @param product of the version resource, or null
 * @param fileVersion of the version resource, or null
 * @param sha256 of the image, or null
 * @param commandLine the command line as the source gives it
 * @param argv the source's own argv, empty where it has none: a cross-check, never the decision
 */
public record Subject(
    @Nullable String image,
    @Nullable String originalFileName,
    @Nullable String description,
    @Nullable String product,
    @Nullable String fileVersion,
    @Nullable String sha256,
    String commandLine,
    List<String> argv) {

  public Subject {
    argv = List.copyOf(argv);
  }

  /** Returns a line of which nothing else is known. */
  public static Subject of(String commandLine) {
    return of(null, null, commandLine);
  }

  /** Returns a line with its image and original file name. */
  public static Subject of(
      @Nullable String image, @Nullable String originalFileName, String commandLine) {
    return new Subject(image, originalFileName, null, null, null, null, commandLine, List.of());
  }
}
