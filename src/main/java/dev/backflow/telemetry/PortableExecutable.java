package dev.backflow.telemetry;

import org.jspecify.annotations.Nullable;

/** ECS {@code process.pe}: the version resource of the image, null where the record has none. */
public record PortableExecutable(
    @Nullable String originalFileName,
    @Nullable String product,
    @Nullable String company,
    @Nullable String description,
    @Nullable String fileVersion,
    @Nullable String imphash) {
  public static final PortableExecutable NONE =
      new PortableExecutable(null, null, null, null, null, null);
}
