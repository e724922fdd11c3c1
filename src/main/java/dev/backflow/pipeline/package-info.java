/** One export's run, from bytes to committed cases. */
@NullMarked
package dev.backflow.pipeline;

import org.jspecify.annotations.NullMarked;
