package dev.backflow.triage;

import dev.backflow.commandline.ConnectionFacts;
import dev.backflow.commandline.RemoteForward;
import dev.backflow.detection.Detection;
import dev.backflow.detection.Verdict;
import dev.backflow.telemetry.Host;
import dev.backflow.telemetry.HostOs;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How grave a detection is: points added up, then floors that no sum may undercut.
 *
 * <p>The table is the one place of its numbers. It grew out of seven published intrusions (DFIR
 * Report 2021 to 2025, Kroll, Kaspersky, Cisco Talos): a literal address as SSH server in all that
 * print the line, RDP, the victim's own sshd or SOCKS as what is exposed, a scheduled task as
 * persistence, the host-key check off. What is common in honest use ({@code -N}, {@code -f},
 * keepalives, listening on all interfaces) counts nothing.
 */
public final class Severity {
  private static final int WEAK_SIGNS_AT_MOST = 15;

  private final TriageSettings settings;

  /** Judges by a deployment's settings. */
  public Severity(TriageSettings settings) {
    this.settings = settings;
  }

  /** Adds up what a detection and its evidence show. */
  public Assessment assess(Detection detection, Evidence evidence) {
    List<Finding> findings = new ArrayList<>();
    ServerClass server = settings.classify(detection.destination());
    findings.add(verdict(detection.verdict()));
    exposed(detection, findings);
    findings.add(server.finding());
    host(detection, evidence, findings);
    lineage(detection, findings);
    weakSigns(detection, findings);
    recurrence(detection, evidence, findings);
    use(evidence, findings);
    scope(server, evidence, findings);
    int sum = findings.stream().mapToInt(Finding::points).sum();
    if (evidence.failedAtOnce()) {
      findings.add(new Finding("failed", -10, "ended with failure at once"));
      sum = Math.max(0, sum - 10);
    }
    return adjusted(detection, evidence, server, sum, findings);
  }

  private static Finding verdict(Verdict verdict) {
    return switch (verdict) {
      case FORWARD -> new Finding("forward", 20, "reverse forward requested");
      case ATTEMPT -> new Finding("attempt", 10, "reverse forward attempted");
      case HIDDEN -> new Finding("hidden", 0, "forwards hidden in a configuration");
      case NONE -> throw new IllegalArgumentException("a detection's verdict is never NONE");
    };
  }

  private void exposed(Detection detection, List<Finding> findings) {
    Host host = detection.event().header().host();
    if (detection.verdict() == Verdict.HIDDEN) {
      return;
    }
    detection.forwards().stream()
        .map(f -> exposed(f, host))
        .max(Comparator.comparingInt(Finding::points))
        .or(() -> Optional.of(new Finding("exposed", 15, "an unknown port exposed")))
        .ifPresent(findings::add);
    if (Targets.exposure(detection.forwards(), host) == Exposure.OTHER_HOST
        || detection.forwards().stream()
            .anyMatch(f -> Targets.exposure(f, host) == Exposure.OTHER_HOST)) {
      findings.add(new Finding("other-host", 5, "on another host"));
    }
  }

  private Finding exposed(RemoteForward forward, Host host) {
    Integer port = forward.targetPort();
    if (forward.dynamic()) {
      return new Finding("socks", 25, "reverse SOCKS proxy");
    }
    if (port == null) {
      return new Finding("exposed", 15, "a socket exposed");
    }
    String admin = Service.admin(port);
    if (admin != null) {
      return new Finding("admin", 20, admin + " exposed");
    }
    boolean developer =
        settings.isDeveloperPort(port) && Targets.exposure(forward, host) == Exposure.OWN_HOST;
    return developer
        ? new Finding("developer", 0, "a developer port exposed")
        : new Finding("exposed", 15, Service.name(port) + " exposed");
  }

  private void host(Detection detection, Evidence evidence, List<Finding> findings) {
    Host host = detection.event().header().host();
    if (evidence.server() || settings.isServer(host.name()) || namesServer(host.os())) {
      findings.add(new Finding("server-host", 15, "host is a server or domain controller"));
    }
  }

  private static boolean namesServer(HostOs os) {
    return Stream.of(os.name(), os.full())
        .anyMatch(name -> name != null && name.toLowerCase(Locale.ROOT).contains("server"));
  }

  private static void lineage(Detection detection, List<Finding> findings) {
    if (detection.identification().renamed()) {
      findings.add(new Finding("renamed", 25, "renamed " + detection.program().id()));
    }
    if (Lineage.writablePath(detection.event()) != null) {
      findings.add(new Finding("path", 15, "binary in a user-writable path"));
    }
    String parent = Lineage.unusualParent(detection.event());
    if (parent != null) {
      findings.add(new Finding("parent", 20, "started by " + parent));
    }
    if (Lineage.isServiceAccount(Lineage.account(detection.event()))) {
      findings.add(new Finding("service-account", 15, "runs as SYSTEM or a service account"));
    }
  }

  /** Signs that honest use shows too count together at most 15. */
  private static void weakSigns(Detection detection, List<Finding> findings) {
    ConnectionFacts facts = detection.facts();
    List<Finding> weak = new ArrayList<>();
    if (facts.hostKeyCheckOff() != null) {
      weak.add(new Finding("host-key", 8, "host-key check off"));
    }
    if (facts.inlinePassword()) {
      weak.add(new Finding("password", 8, "password on the line"));
    }
    if (facts.identityFiles().stream().anyMatch(Severity::isOutsideProfile)) {
      weak.add(new Finding("key-file", 8, "key file outside a profile"));
    }
    if (detection.destination() != null && isWebOrDns(detection.destination().port())) {
      weak.add(new Finding("port", 5, "SSH on port " + detection.destination().port()));
    }
    int left = WEAK_SIGNS_AT_MOST;
    for (Finding finding : weak) {
      int points = Math.min(left, finding.points());
      findings.add(new Finding(finding.code(), points, finding.text()));
      left -= points;
    }
  }

  private static boolean isOutsideProfile(String keyFile) {
    String path = keyFile.toLowerCase(Locale.ROOT).replace('/', '\\');
    return (path.contains(":\\") || path.startsWith("\\") || path.contains("%programdata%"))
        && !path.contains("\\.ssh\\");
  }

  private static boolean isWebOrDns(int port) {
    return port == 443 || port == 80 || port == 53;
  }

  private static void recurrence(Detection detection, Evidence evidence, List<Finding> findings) {
    if (evidence.autostart() || detection.kind() == Detection.Kind.REGISTERED) {
      findings.add(new Finding("autostart", 20, "registered to start again"));
    }
  }

  private static void use(Evidence evidence, List<Finding> findings) {
    switch (evidence.use()) {
      case CONFIRMED -> findings.add(new Finding("used", 30, "use confirmed"));
      case SUSPECTED -> findings.add(new Finding("use-suspected", 15, "use suspected"));
      case NOT_SEEN -> {}
    }
  }

  private static void scope(ServerClass server, Evidence evidence, List<Finding> findings) {
    boolean someoneElses = server != ServerClass.OWN && server != ServerClass.RELAY;
    if (someoneElses && !evidence.relatedHosts().isEmpty()) {
      int hosts = evidence.relatedHosts().size() + 1;
      findings.add(new Finding("scope", 15, "same SSH server from " + hosts + " hosts"));
    }
  }

  private static Assessment adjusted(
      Detection detection,
      Evidence evidence,
      ServerClass server,
      int score,
      List<Finding> findings) {
    Assessment plain = new Assessment(score, Level.of(score), findings, null);
    Level floor = floor(detection, evidence, server, plain);
    if (floor.compareTo(plain.level()) > 0) {
      return new Assessment(score, floor, findings, "floor " + floor.label());
    }
    if (detection.verdict() == Verdict.ATTEMPT
        && !Disposition.isGraveAttempt(plain)
        && plain.level() != Level.LOW) {
      return new Assessment(score, Level.LOW, findings, "an attempt alone is low");
    }
    return plain;
  }

  private static Level floor(
      Detection detection, Evidence evidence, ServerClass server, Assessment plain) {
    boolean socks = plain.has("socks");
    boolean admin = plain.has("admin");
    boolean confirmed = evidence.use() == Use.CONFIRMED;
    if (confirmed && (admin || (socks && evidence.socksEndpoints() >= 3))) {
      return Level.CRITICAL;
    }
    if (detection.verdict() == Verdict.HIDDEN) {
      return Disposition.opensHidden(detection, plain) ? Level.MEDIUM : Level.LOW;
    }
    if (detection.verdict() != Verdict.FORWARD || !server.outside()) {
      return Level.LOW;
    }
    if (confirmed || ((socks || admin) && isAggravated(plain))) {
      return Level.HIGH;
    }
    return socks || admin ? Level.MEDIUM : Level.LOW;
  }

  private static boolean isAggravated(Assessment plain) {
    return List.of("server-host", "service-account", "renamed", "autostart", "parent", "host-key")
        .stream()
        .anyMatch(plain::has);
  }
}
