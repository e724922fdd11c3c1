package dev.backflow.telemetry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of a side table, by the sensor's own id of the host. Rows are looked up for detections, one
 * by one; a table is never held as a whole.
 */
public sealed interface ReferenceRow {
  /** Returns the id that events carry as {@code host.id}; null when the row holds for all hosts. */
  @Nullable String hostId();

  /** Returns when the row was true, or null. */
  @Nullable Instant timestamp();

  /**
   * Falcon {@code aidmaster}: what a host is called.
   *
   * @param name the computer's name
   * @param domain its domain, or null
   * @param productType {@code workstation}, {@code domain controller}, {@code server}, or null
   * @param osVersion the operating system's name, or null
   */
  record HostName(
      String hostId,
      @Nullable Instant timestamp,
      String name,
      @Nullable String domain,
      @Nullable String productType,
      @Nullable String osVersion)
      implements ReferenceRow {}

  /** Falcon {@code managedassets}: an address of a host. */
  record HostAddress(String hostId, @Nullable Instant timestamp, String address)
      implements ReferenceRow {}

  /** Falcon {@code userinfo} and {@code UserIdentity}: who a SID is. */
  record UserName(@Nullable String hostId, @Nullable Instant timestamp, User user)
      implements ReferenceRow {}
}
