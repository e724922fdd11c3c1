package dev.backflow.telemetry;

import org.jspecify.annotations.Nullable;

/** ECS {@code process.hash}: lower-case hexadecimal, null where the record has none. */
public record Hashes(@Nullable String md5, @Nullable String sha1, @Nullable String sha256) {
  public static final Hashes NONE = new Hashes(null, null, null);
}
