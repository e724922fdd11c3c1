package dev.backflow.triage;

import dev.backflow.detection.Detection;
import dev.backflow.telemetry.User;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Answers the questions a responder would ask of a detection. */
public final class Triage {
  private final TriageSettings settings;
  private final EvidenceStore evidence;
  private final Severity severity;

  /**
   * Creates a triage.
   *
   * @param settings what the deployment knows of itself
   * @param evidence where to ask for what is known beyond one record
   */
  public Triage(TriageSettings settings, EvidenceStore evidence) {
    this.settings = settings;
    this.evidence = evidence;
    this.severity = new Severity(settings);
  }

  /** Judges one detection of a tenant; asks the evidence store, else changes nothing. */
  public Triaged triage(String tenant, Detection detection) {
    ServerClass server = settings.classify(detection.destination());
    List<Scope> scopes = Scopes.of(detection, server);
    Set<String> related = related(tenant, detection, scopes);
    Evidence known = new Evidence(false, false, Use.NOT_SEEN, 0, false, related);
    Assessment assessment = severity.assess(detection, known);
    String parent = Lineage.unusualParent(detection.event());
    return new Triaged(
        detection,
        Targets.exposure(detection.forwards(), detection.event().header().host()),
        server,
        assessment,
        Disposition.of(detection, assessment),
        account(Lineage.account(detection.event())),
        parent == null ? "" : parent,
        scopes,
        List.copyOf(related),
        Gaps.of(detection));
  }

  private Set<String> related(String tenant, Detection detection, List<Scope> scopes) {
    Set<String> hosts = new TreeSet<>();
    scopes.stream()
        .filter(s -> s.kind() == Scope.Kind.SERVER)
        .forEach(s -> hosts.addAll(evidence.hosts(tenant, s)));
    hosts.remove(detection.event().header().host().id());
    return hosts;
  }

  private static String account(@Nullable User user) {
    if (user == null || (user.name() == null && user.id() == null)) {
      return "unknown";
    }
    if (user.name() == null) {
      return String.valueOf(user.id());
    }
    return user.domain() == null ? user.name() : user.domain() + "\\" + user.name();
  }
}
