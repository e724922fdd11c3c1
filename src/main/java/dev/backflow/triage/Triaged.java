package dev.backflow.triage;

import dev.backflow.detection.Detection;
import java.util.List;

/**
 * A detection with everything triage says of it.
 *
 * @param detection what was detected
 * @param exposure the widest class of what it hands out
 * @param serverClass where the SSH server stands
 * @param assessment severity with its arithmetic
 * @param disposition whether it is a case, and whether people hear of it now
 * @param account the account it runs as in a person's words, or {@code unknown}
 * @param unusualParent the ancestor that makes the lineage unusual, or empty
 * @param scopes the traits by which it is tied to other hosts
 * @param relatedHosts ids of other hosts whose tunnels share the SSH server
 * @param gaps what is not known, and why
 */
public record Triaged(
    Detection detection,
    Exposure exposure,
    ServerClass serverClass,
    Assessment assessment,
    Disposition disposition,
    String account,
    String unusualParent,
    List<Scope> scopes,
    List<String> relatedHosts,
    List<String> gaps) {
  public Triaged {
    scopes = List.copyOf(scopes);
    relatedHosts = List.copyOf(relatedHosts);
    gaps = List.copyOf(gaps);
  }
}
