/** The Lambda functions' entry points and the trigger envelopes they accept. */
@NullMarked
package dev.backflow.lambda;

import org.jspecify.annotations.NullMarked;
