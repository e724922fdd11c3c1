package dev.backflow.detection;

/** What a command line asks of its program, as far as reverse forwards go. */
public enum Verdict {
  /** The program would request a reverse forward from the server. */
  FORWARD,
  /** A reverse forward in a form that the program refuses or silently does not request. */
  ATTEMPT,
  /** A configuration file or saved session decides, and the line does not show it. */
  HIDDEN,
  /** No reverse forward. */
  NONE
}
