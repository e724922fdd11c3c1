package dev.backflow.commandline;

/** One way in which command lines bear secrets. */
interface SecretRule {
  /** Reports the secrets of this kind on the line. */
  void find(SecretLine line, SecretFindings findings);
}
