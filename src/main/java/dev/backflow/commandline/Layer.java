package dev.backflow.commandline;

import org.jspecify.annotations.Nullable;

/**
 * One text met while a line is unwrapped, the line itself included.
 *
 * @param text the text
 * @param reading whose rules it follows
 * @param wrapping all that wraps it
 * @param innermost whether nothing was found inside it
 * @param feeds the command that reads this one's output through a pipe, or null
 */
record Layer(
    Excerpt text, Reading reading, Wrapping wrapping, boolean innermost, @Nullable Excerpt feeds) {}
