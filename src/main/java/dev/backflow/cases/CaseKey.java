package dev.backflow.cases;

import dev.backflow.telemetry.Fingerprint;
import dev.backflow.triage.Exposure;

/**
 * What makes a tunnel one case: changing its user, program, listen ports or exact target does not
 * make it another. Values of the record alone, never a joined name.
 *
 * @param tenant whose it is, from the deployment
 * @param hostId the sensor's id of the host
 * @param server name or address of the SSH server as on the line, lower-case; empty when the line
 *     does not parse that far
 * @param serverPort its port, 1 to 65535; 0 with an empty server
 * @param exposure the widest class of what is handed out
 */
public record CaseKey(
    String tenant, String hostId, String server, int serverPort, Exposure exposure) {

  /** Returns the case id: 32 hexadecimal digits. */
  public String caseId() {
    return Fingerprint.of(
        "case", tenant, hostId, server, Integer.toString(serverPort), exposure.label());
  }

  /** Returns the server as {@code host:port}, or {@code unknown server}. */
  public String serverText() {
    if (server.isEmpty()) {
      return "unknown server";
    }
    return (server.indexOf(':') >= 0 ? "[" + server + "]" : server) + ":" + serverPort;
  }
}
