package dev.backflow.commandline;

import org.jspecify.annotations.Nullable;

/**
 * What a wrapper held.
 *
 * @param text the wrapped text
 * @param reading whose rules it follows
 * @param wrapping what this wrapper adds
 * @param feeds the command that reads this one's output through a pipe, or null
 */
record Opened(Excerpt text, Reading reading, Wrapping wrapping, @Nullable Excerpt feeds) {
  Opened(Excerpt text, Reading reading, Wrapping wrapping) {
    this(text, reading, wrapping, null);
  }
}
