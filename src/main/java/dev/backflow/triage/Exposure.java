package dev.backflow.triage;

/** What a tunnel hands out, in the three classes that tell one case from another. */
public enum Exposure {
  /** A reverse SOCKS proxy: anything the host can reach. */
  SOCKS("socks"),
  /** A port of the host itself. */
  OWN_HOST("own host"),
  /** A port of another machine, reached through the host. */
  OTHER_HOST("other host"),
  /** The line does not say: refused, hidden in a configuration, or a socket. */
  UNKNOWN("unknown");

  private final String label;

  Exposure(String label) {
    this.label = label;
  }

  /** Returns the name used in ids and output. */
  public String label() {
    return label;
  }
}
