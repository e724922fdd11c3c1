/** From an event to a verdict on reverse forwards. */
@NullMarked
package dev.backflow.detection;

import org.jspecify.annotations.NullMarked;
