package dev.backflow.triage;

/** Whether connections prove that somebody uses the tunnel. */
public enum Use {
  /** Nothing seen; evidence of absence only where the source shows loopback connections. */
  NOT_SEEN,
  SUSPECTED,
  CONFIRMED
}
