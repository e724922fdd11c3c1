package dev.backflow.telemetry.source;

import dev.backflow.telemetry.CodeSignature;
import dev.backflow.telemetry.Hashes;
import dev.backflow.telemetry.LogonSession;
import dev.backflow.telemetry.PortableExecutable;
import dev.backflow.telemetry.ProcessInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The processes of a Defender XDR row. {@code FolderPath} is the full path with the file name.
 *
 * <table>
 * <caption>Fields</caption>
 * <tr><td>entity_id</td><td>ProcessUniqueId, else process id and creation time</td></tr>
 * <tr><td>pid, start</td><td>ProcessId, ProcessCreationTime</td></tr>
 * <tr><td>name, executable</td><td>FileName, FolderPath</td></tr>
 * <tr><td>command_line</td><td>ProcessCommandLine</td></tr>
 * <tr><td>hash</td><td>MD5, SHA1, SHA256</td></tr>
 * <tr><td>pe</td><td>ProcessVersionInfo*</td></tr>
 * <tr><td>logon session</td><td>LogonId, of an actor InitiatingProcessLogonId and
 * InitiatingProcessSessionId</td></tr>
 * <tr><td>parent</td><td>InitiatingProcess*; of an actor InitiatingProcessParent*</td></tr>
 * </table>
 */
final class DefenderProcess {
  static final String NAMES =
      """
      LogonId ProcessUniqueId ProcessId ProcessCreationTime FileName FolderPath ProcessCommandLine
      ProcessIntegrityLevel MD5 SHA1 SHA256 ProcessVersionInfoOriginalFileName
      ProcessVersionInfoProductName ProcessVersionInfoCompanyName ProcessVersionInfoFileDescription
      ProcessVersionInfoProductVersion InitiatingProcessUniqueId InitiatingProcessId
      InitiatingProcessCreationTime InitiatingProcessFileName InitiatingProcessFolderPath
      InitiatingProcessCommandLine InitiatingProcessIntegrityLevel InitiatingProcessMD5
      InitiatingProcessSHA1 InitiatingProcessSHA256 InitiatingProcessVersionInfoOriginalFileName
      InitiatingProcessVersionInfoProductName InitiatingProcessVersionInfoCompanyName
      InitiatingProcessVersionInfoFileDescription InitiatingProcessVersionInfoProductVersion
      InitiatingProcessSignatureStatus InitiatingProcessParentId InitiatingProcessParentFileName
      InitiatingProcessParentCreationTime InitiatingProcessLogonId InitiatingProcessSessionId
      """;

  private DefenderProcess() {}

  /** The process a creation row tells of, with parent and grandparent. */
  static ProcessInfo created(JsonObject o) {
    Long pid = Values.pid(o.number("ProcessId"));
    Instant start = Timestamps.any(o.text("ProcessCreationTime"));
    String path = Values.present(o.text("FolderPath"));
    String name = Values.present(o.text("FileName"));
    ProcessInfo parent = actor(o);
    // On Linux a process may be given as its own initiator.
    boolean itself = pid != null && pid.equals(parent.pid());
    return ProcessInfo.builder()
        .entityId(entityId(o.text("ProcessUniqueId"), pid, start))
        .pid(pid)
        .start(start)
        .executable(path)
        .name(name == null ? Values.fileName(path) : name)
        .commandLine(Values.present(o.text("ProcessCommandLine")))
        .integrityLevel(Integrity.level(o.text("ProcessIntegrityLevel")))
        .hash(hashes(o, "MD5", "SHA1", "SHA256"))
        .pe(versionInfo(o))
        .session(LogonSession.of(Values.logonId(o.text("LogonId")), null))
        .parent(itself || isEmpty(parent) ? null : parent)
        .build();
  }

  /** The process that caused a row, with its parent; empty when the row names none. */
  static ProcessInfo actor(JsonObject o) {
    Long pid = positive(Values.pid(o.number("InitiatingProcessId")));
    Instant start = Timestamps.any(o.text("InitiatingProcessCreationTime"));
    String path = Values.present(o.text("InitiatingProcessFolderPath"));
    String name = Values.present(o.text("InitiatingProcessFileName"));
    return ProcessInfo.builder()
        .entityId(entityId(o.text("InitiatingProcessUniqueId"), pid, start))
        .pid(pid)
        .start(start)
        .executable(path)
        .name(name == null ? Values.fileName(path) : name)
        .commandLine(Values.present(o.text("InitiatingProcessCommandLine")))
        .integrityLevel(Integrity.level(o.text("InitiatingProcessIntegrityLevel")))
        .hash(hashes(o, "InitiatingProcessMD5", "InitiatingProcessSHA1", "InitiatingProcessSHA256"))
        .pe(initiatorsVersionInfo(o))
        .codeSignature(signature(o))
        .session(
            LogonSession.of(
                Values.logonId(o.text("InitiatingProcessLogonId")),
                Values.pid(o.number("InitiatingProcessSessionId"))))
        .parent(grandparent(o))
        .build();
  }

  private static @Nullable ProcessInfo grandparent(JsonObject o) {
    Long pid = positive(Values.pid(o.number("InitiatingProcessParentId")));
    String name = Values.present(o.text("InitiatingProcessParentFileName"));
    Instant start = Timestamps.any(o.text("InitiatingProcessParentCreationTime"));
    return pid == null && name == null
        ? null
        : ProcessInfo.builder()
            .entityId(entityId(null, pid, start))
            .pid(pid)
            .name(name)
            .start(start)
            .build();
  }

  private static boolean isEmpty(ProcessInfo process) {
    return process.pid() == null && process.name() == null && process.commandLine() == null;
  }

  /** A process id of zero stands for one that is not known. */
  private static @Nullable Long positive(@Nullable Long pid) {
    return pid == null || pid == 0 ? null : pid;
  }

  /** Tables give the creation time with different precision, so it counts in milliseconds. */
  private static @Nullable String entityId(
      @Nullable String unique, @Nullable Long pid, @Nullable Instant start) {
    if (unique != null) {
      return unique;
    }
    return pid == null || start == null ? null : pid + "@" + start.toEpochMilli();
  }

  private static Hashes hashes(JsonObject o, String md5, String sha1, String sha256) {
    return new Hashes(
        Values.hash(o.text(md5)), Values.hash(o.text(sha1)), Values.hash(o.text(sha256)));
  }

  private static PortableExecutable versionInfo(JsonObject o) {
    return new PortableExecutable(
        Values.present(o.text("ProcessVersionInfoOriginalFileName")),
        Values.present(o.text("ProcessVersionInfoProductName")),
        Values.present(o.text("ProcessVersionInfoCompanyName")),
        Values.present(o.text("ProcessVersionInfoFileDescription")),
        Values.present(o.text("ProcessVersionInfoProductVersion")),
        null);
  }

  private static PortableExecutable initiatorsVersionInfo(JsonObject o) {
    return new PortableExecutable(
        Values.present(o.text("InitiatingProcessVersionInfoOriginalFileName")),
        Values.present(o.text("InitiatingProcessVersionInfoProductName")),
        Values.present(o.text("InitiatingProcessVersionInfoCompanyName")),
        Values.present(o.text("InitiatingProcessVersionInfoFileDescription")),
        Values.present(o.text("InitiatingProcessVersionInfoProductVersion")),
        null);
  }

  private static CodeSignature signature(JsonObject o) {
    String status = Values.present(o.text("InitiatingProcessSignatureStatus"));
    if (status == null || status.equals("Unknown")) {
      return CodeSignature.NONE;
    }
    boolean valid = status.equals("Valid");
    return new CodeSignature(
        !status.equals("Unsigned"), valid, null, valid ? "trusted" : Values.lowered(status));
  }
}
