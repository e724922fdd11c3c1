package dev.backflow.detection;

import org.jspecify.annotations.Nullable;

/**
 * Why a decision fell as it did.
 *
 * @param argument index of the argument in the line's argv, 0 being the program; null for a reason
 *     about the whole line
 * @param text the argument, redacted; null for a reason about the whole line
 * @param meaning what the program makes of it
 */
public record Reason(@Nullable Integer argument, @Nullable String text, String meaning) {}
