package dev.backflow.commandline;

/** The two families of SSH client whose command lines Backflow decides. */
public enum Program {
  /** OpenSSH's {@code ssh}, the in-box Windows client and its forks. */
  OPENSSH("openssh"),
  /**
   * PuTTY's command line: {@code plink}, {@code putty}, {@code klink}, {@code TortoiseGitPlink}.
   */
  PLINK("plink");

  private final String id;

  Program(String id) {
    this.id = id;
  }

  /** Returns the name used in output: {@code openssh} or {@code plink}. */
  public String id() {
    return id;
  }
}
