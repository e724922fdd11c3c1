/** The local ends of the command line: the embedded engine, and nothing else touches it. */
@NullMarked
package dev.backflow.cli.local;

import org.jspecify.annotations.NullMarked;
