package dev.backflow.telemetry;

import org.jspecify.annotations.Nullable;

/** ECS {@code process.code_signature}; null where the record does not say. */
public record CodeSignature(
    @Nullable Boolean exists,
    @Nullable Boolean trusted,
    @Nullable String subjectName,
    @Nullable String status) {
  public static final CodeSignature NONE = new CodeSignature(null, null, null, null);
}
