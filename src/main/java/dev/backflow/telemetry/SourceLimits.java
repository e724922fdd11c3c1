package dev.backflow.telemetry;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a source cannot tell whoever reads it, and so which of the five questions stay open. The
 * sentences also stand in {@code docs/sources.md}.
 *
 * @param processEnds whether the source tells when a process ends; where not, "not active" is never
 *     known
 * @param loopback whether it shows connections to the host itself, which are the proof that a
 *     tunnel is used; only where it does, "no use seen" says something
 * @param gaps what it leaves open, most important first
 */
public record SourceLimits(boolean processEnds, Loopback loopback, List<Gap> gaps) {

  /** Whether connections to loopback are in the telemetry. */
  public enum Loopback {
    /** They are, unless someone turned them off. */
    BY_SETTING,
    /** Nobody has verified it. */
    UNVERIFIED
  }

  /** The five questions of triage. */
  public enum Question {
    WHAT_WAS_ASKED_FOR,
    LINEAGE,
    ACTIVE_OR_RECURRING,
    SERVER_AND_SERVICE,
    WHERE_ELSE
  }

  /** A sentence on what a source cannot tell. */
  public record Gap(Question question, String text) {}

  private static final Map<Source, SourceLimits> ALL =
      Stream.of(Source.values())
          .collect(Collectors.toUnmodifiableMap(s -> s, SourceLimits::describe));

  public SourceLimits {
    gaps = List.copyOf(gaps);
  }

  /** Returns what a source cannot tell. */
  public static SourceLimits of(Source source) {
    SourceLimits limits = ALL.get(source);
    if (limits == null) {
      throw new IllegalStateException("No limits are described for " + source);
    }
    return limits;
  }

  private static SourceLimits describe(Source source) {
    return switch (source) {
      case ELASTIC_DEFEND -> elasticDefend();
      case ELASTIC_ENDGAME -> endgame();
      case CROWDSTRIKE_FDR -> falcon();
      case SENTINELONE_CLOUD_FUNNEL -> sentinelOne();
      case DEFENDER_XDR -> defender();
      case SYSMON -> sysmon();
      case WINDOWS_SECURITY -> windowsSecurity();
    };
  }

  private static SourceLimits elasticDefend() {
    return new SourceLimits(
        true,
        Loopback.BY_SETTING,
        List.of(
            new Gap(
                Question.ACTIVE_OR_RECURRING,
                "Elastic Defend can drop or merge loopback connections by its policy."),
            new Gap(Question.LINEAGE, "Elastic Defend names a grandparent by its entity id only."),
            new Gap(
                Question.WHAT_WAS_ASKED_FOR, "Elastic Defend may cut a very long command line.")));
  }

  private static SourceLimits endgame() {
    return new SourceLimits(
        true,
        Loopback.UNVERIFIED,
        List.of(
            new Gap(Question.LINEAGE, "Endgame has no grandparent and no entity id of the parent."),
            new Gap(Question.LINEAGE, "Endgame has no working directory."),
            new Gap(Question.WHERE_ELSE, "Endgame's raw sensor records may lack the host.")));
  }

  private static SourceLimits falcon() {
    return new SourceLimits(
        true,
        Loopback.UNVERIFIED,
        List.of(
            new Gap(
                Question.LINEAGE,
                "Falcon sends no original file name with a process start: a renamed plink is known"
                    + " by its arguments or hash only."),
            new Gap(
                Question.LINEAGE,
                "Falcon names the parent, but its command line only in the parent's own record."),
            new Gap(
                Question.WHERE_ELSE,
                "Falcon's events have no host name and seldom a user name: the aidmaster and"
                    + " userinfo side tables have them."),
            new Gap(Question.LINEAGE, "Falcon has no working directory.")));
  }

  private static SourceLimits sentinelOne() {
    return new SourceLimits(
        true,
        Loopback.UNVERIFIED,
        List.of(
            new Gap(
                Question.LINEAGE,
                "SentinelOne has no original file name; its display name is the file's"
                    + " description."),
            new Gap(Question.LINEAGE, "SentinelOne has no working directory and no SID."),
            new Gap(
                Question.ACTIVE_OR_RECURRING,
                "SentinelOne tells of a scheduled task without its arguments.")));
  }

  private static SourceLimits defender() {
    return new SourceLimits(
        false,
        Loopback.UNVERIFIED,
        List.of(
            new Gap(
                Question.ACTIVE_OR_RECURRING,
                "Defender has no table of process ends: whether a tunnel still runs stays open."),
            new Gap(Question.LINEAGE, "Defender names a grandparent by name and process id only."),
            new Gap(
                Question.WHERE_ELSE,
                "Defender names no operating system: it is inferred from paths.")));
  }

  private static SourceLimits sysmon() {
    return new SourceLimits(
        true,
        Loopback.BY_SETTING,
        List.of(
            new Gap(
                Question.ACTIVE_OR_RECURRING,
                "Many Sysmon configurations leave out loopback connections, and some all network"
                    + " connections."),
            new Gap(
                Question.LINEAGE,
                "Sysmon before version 10 has no original file name; it never has a grandparent"
                    + " or a signature of a started process."),
            new Gap(Question.LINEAGE, "Sysmon has the hashes its configuration asks for.")));
  }

  private static SourceLimits windowsSecurity() {
    return new SourceLimits(
        true,
        Loopback.BY_SETTING,
        List.of(
            new Gap(
                Question.WHAT_WAS_ASKED_FOR,
                "Security event 4688 has no command line unless policy includes it."),
            new Gap(
                Question.LINEAGE,
                "Security events have no hash, no original file name, no signature and no command"
                    + " line of the parent."),
            new Gap(
                Question.ACTIVE_OR_RECURRING,
                "Security events join by process id alone, and connections (5156) are logged only"
                    + " where auditing of the Filtering Platform is on.")));
  }
}
