package dev.backflow.triage;

/** Where the SSH server stands, as far as the line tells. */
public enum ServerClass {
  /** In the configured own networks or domains. */
  OWN("own SSH server", 0),
  /** A public tunnel relay: a policy question rather than evidence of an intrusion. */
  RELAY("public tunnel relay", 5),
  /** A literal address outside, as every intrusion report that prints the line has it. */
  LITERAL_IP("SSH server is a literal IP outside", 15),
  NAME("SSH server is a name outside or unresolved", 10),
  UNKNOWN("SSH server unknown", 10);

  private final String text;
  private final int points;

  ServerClass(String text, int points) {
    this.text = text;
    this.points = points;
  }

  Finding finding() {
    return new Finding("server", points, text);
  }

  /** Returns whether the server is someone else's: everything but an own one. */
  public boolean outside() {
    return this != OWN;
  }
}
