/** Findings, severity and state: pure functions over a detection and its evidence. */
@NullMarked
package dev.backflow.triage;

import org.jspecify.annotations.NullMarked;
