/** Alerts: their contracts, renderings and publisher. */
@NullMarked
package dev.backflow.alerts;

import org.jspecify.annotations.NullMarked;
