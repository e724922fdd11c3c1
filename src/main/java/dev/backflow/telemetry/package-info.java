/** Vendor records as events in ECS vocabulary. */
@NullMarked
package dev.backflow.telemetry;

import org.jspecify.annotations.NullMarked;
