package dev.backflow.telemetry;

import org.jspecify.annotations.Nullable;

/**
 * The Windows logon session something runs in.
 *
 * @param id its LUID, lower-case hexadecimal with {@code 0x}, as the Security log writes it ({@code
 *     0x3e7} is the system's own); null where the source does not say
 * @param terminal the number of its terminal session, 0 for services; null where the source does
 *     not say
 */
public record LogonSession(@Nullable String id, @Nullable Long terminal) {
  public static final LogonSession NONE = new LogonSession(null, null);

  /** Returns the session of these values, {@link #NONE} when both are absent. */
  public static LogonSession of(@Nullable String id, @Nullable Long terminal) {
    return id == null && terminal == null ? NONE : new LogonSession(id, terminal);
  }
}
