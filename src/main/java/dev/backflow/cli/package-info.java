/** The command line of Backflow. */
@NullMarked
package dev.backflow.cli;

import org.jspecify.annotations.NullMarked;
