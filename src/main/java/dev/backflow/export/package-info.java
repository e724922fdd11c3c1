/** From bytes to records: decompression by magic number, charset, framing, limits. */
@NullMarked
package dev.backflow.export;

import org.jspecify.annotations.NullMarked;
