package dev.backflow.telemetry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * ECS {@code host}.
 *
 * @param id the sensor's own id of the machine; the lower-cased name where a source has none
 * @param name as the record gives it, or null (FDR has none)
 * @param osType {@code windows}, {@code linux}, {@code macos}, or null when the record cannot tell
 * @param ip the host's own addresses, as far as the record names them
 */
public record Host(String id, @Nullable String name, @Nullable String osType, List<String> ip) {
  public Host {
    ip = List.copyOf(ip);
  }
}
