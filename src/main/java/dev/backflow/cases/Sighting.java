package dev.backflow.cases;

import dev.backflow.commandline.RemoteForward;
import dev.backflow.detection.Detection;
import dev.backflow.detection.Reason;
import dev.backflow.detection.Verdict;
import dev.backflow.triage.Assessment;
import dev.backflow.triage.Scope;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One witness of a tunnel, as it is stored and shown. All text is redacted and bounded.
 *
 * @param id made of the record's identity and the tenant: the same record is the same sighting,
 *     whatever the batch, retry or machine
 * @param key the case it belongs to
 * @param time when it happened, by the source's clock
 * @param verdict what the line asks for
 * @param kind registered, launched by a wrapper, or running
 * @param program {@code openssh} or {@code plink}
 * @param renamed whether the binary runs under another name
 * @param login the login name on the server, or null
 * @param forwards the forwards asked for
 * @param exposes the forwards in a person's words
 * @param service the short name of what is handed out, for a subject line
 * @param hostName the host's name as the record has it, or its id
 * @param account the account it runs as
 * @param image path of the binary, or null
 * @param originalFileName the binary's own name of itself, or null
 * @param sha256 the binary's hash, or null
 * @param commandLine the deciding line, redacted
 * @param lineage ancestors, nearest first, redacted
 * @param unusualParent what makes the lineage unusual, or empty
 * @param wrappedBy what wrapped the command, outermost first
 * @param hops jump hosts, in order
 * @param relay whether the server is a public tunnel relay
 * @param assessment severity with its arithmetic
 * @param alertsAtOnce whether people hear of it now
 * @param scopes traits that tie it to other hosts
 * @param relatedHosts other hosts whose tunnels share the server, as known when it was judged
 * @param gaps what is not known, and why
 * @param reasons why the verdict fell
 * @param source which telemetry source
 * @param rendering which form of its records
 * @param position where the record stood, in words
 * @param detectionVersion version of the detection rules
 */
public record Sighting(
    String id,
    CaseKey key,
    Instant time,
    Verdict verdict,
    Detection.Kind kind,
    String program,
    boolean renamed,
    @Nullable String login,
    List<RemoteForward> forwards,
    List<String> exposes,
    String service,
    String hostName,
    String account,
    @Nullable String image,
    @Nullable String originalFileName,
    @Nullable String sha256,
    String commandLine,
    List<String> lineage,
    String unusualParent,
    List<String> wrappedBy,
    List<String> hops,
    boolean relay,
    Assessment assessment,
    boolean alertsAtOnce,
    List<Scope> scopes,
    List<String> relatedHosts,
    List<String> gaps,
    List<Reason> reasons,
    String source,
    String rendering,
    String position,
    String detectionVersion) {

  /** Returns whether a process of the tunnel itself ran. */
  public boolean countsAsLaunch() {
    return kind == Detection.Kind.RUNNING && verdict == Verdict.FORWARD;
  }
}
