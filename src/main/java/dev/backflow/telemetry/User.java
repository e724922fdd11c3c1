package dev.backflow.telemetry;

import org.jspecify.annotations.Nullable;

/**
 * ECS {@code user}: an account.
 *
 * @param id the SID, or null
 * @param domain domain or machine, or null
 * @param name account name, or null
 */
public record User(@Nullable String id, @Nullable String domain, @Nullable String name) {}
