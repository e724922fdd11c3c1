/** The publisher on Amazon SNS. */
@NullMarked
package dev.backflow.alerts.sns;

import org.jspecify.annotations.NullMarked;
