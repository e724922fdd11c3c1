package dev.backflow.commandline;

import java.util.List;

/** One program or shell that runs or registers what its own line names. */
interface Wrapper {
  /** Returns what the line wraps; empty when it wraps nothing this wrapper recognises. */
  List<Opened> open(Excerpt line, StepCount steps);
}
