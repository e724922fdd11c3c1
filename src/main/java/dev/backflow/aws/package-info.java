/** Where exports come from and results go on AWS: object source, failures, the clients' wiring. */
@NullMarked
package dev.backflow.aws;

import org.jspecify.annotations.NullMarked;
