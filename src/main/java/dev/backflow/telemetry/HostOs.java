package dev.backflow.telemetry;

import org.jspecify.annotations.Nullable;

/** ECS {@code host.os} beside its type: how the source names the system; null where it does not. */
public record HostOs(
    @Nullable String name,
    @Nullable String full,
    @Nullable String family,
    @Nullable String platform,
    @Nullable String version,
    @Nullable String kernel) {
  public static final HostOs NONE = new HostOs(null, null, null, null, null, null);
}
