package dev.backflow.commandline;

/** How many characters the parsers of one line have looked at. Not shared between threads. */
final class StepCount {
  long count;
}
