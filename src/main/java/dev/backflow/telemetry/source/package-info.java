/** One class for each vendor format. */
@NullMarked
package dev.backflow.telemetry.source;

import org.jspecify.annotations.NullMarked;
