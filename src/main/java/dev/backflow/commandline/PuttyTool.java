package dev.backflow.commandline;

/** The members of PuTTY's family: they share cmdline.c and differ at its edges. */
public enum PuttyTool {
  /** plink, TortoiseGitPlink: the second bare word begins the remote command. */
  PLINK(false, false),
  /** KiTTY's plink, with KiTTY's own options. */
  KLINK(false, true),
  /** PuTTY's window: the second bare word is a port. */
  PUTTY(true, false),
  /** KiTTY's window. */
  KITTY(true, true);

  private final boolean window;
  private final boolean kitty;

  PuttyTool(boolean window, boolean kitty) {
    this.window = window;
    this.kitty = kitty;
  }

  /** Returns whether it opens a window instead of using the console. */
  public boolean window() {
    return window;
  }

  boolean kitty() {
    return kitty;
  }
}
