package dev.backflow.telemetry.source;

import dev.backflow.telemetry.CodeSignature;
import dev.backflow.telemetry.Hashes;
import dev.backflow.telemetry.LogonSession;
import dev.backflow.telemetry.PortableExecutable;
import dev.backflow.telemetry.ProcessInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads ECS {@code process}, with its parent. */
final class EcsProcess {
  static final String PATHS = paths("process") + paths("process.parent");

  private EcsProcess() {}

  private static String paths(String process) {
    return """
        P.entity_id P.pid P.name P.executable P.command_line P.args P.working_directory P.start
        P.title P.exit_code P.Ext.ancestry P.Ext.token.integrity_level_name
        P.Ext.authentication_id P.Ext.session_info.id
        P.Ext.session_info.logon_type P.Ext.session_info.client_address
        P.hash.md5 P.hash.sha1 P.hash.sha256
        P.pe.original_file_name P.pe.product P.pe.company P.pe.description P.pe.file_version
        P.pe.imphash
        P.code_signature.exists P.code_signature.trusted P.code_signature.subject_name
        P.code_signature.status
        """
        .replace("P.", process + ".");
  }

  /** Returns the process with what is known of its parent. */
  static ProcessInfo read(JsonObject process) {
    return read(process, parent(process));
  }

  /**
   * Returns the parent with what is known of its own, null when there is none. Defend's {@code
   * Ext.ancestry} begins with the entity ids of both.
   */
  private static @Nullable ProcessInfo parent(JsonObject process) {
    List<String> ancestry = process.inner("Ext").texts("ancestry");
    JsonObject given = process.object("parent");
    if (given == null && ancestry.isEmpty()) {
      return null;
    }
    ProcessInfo grandparent =
        ancestry.size() < 2 ? null : ProcessInfo.builder().entityId(ancestry.get(1)).build();
    ProcessInfo parent = read(process.inner("parent"), grandparent);
    if (parent.entityId() == null && !ancestry.isEmpty()) {
      parent = parent.toBuilder().entityId(ancestry.get(0)).build();
    }
    boolean known =
        parent.entityId() != null
            || parent.pid() != null
            || parent.name() != null
            || parent.commandLine() != null;
    return known ? parent : null;
  }

  private static ProcessInfo read(JsonObject o, @Nullable ProcessInfo parent) {
    String path = Values.present(o.text("executable"));
    String given = Values.present(o.text("name"));
    JsonObject ext = o.inner("Ext");
    return ProcessInfo.builder()
        .entityId(Values.present(o.text("entity_id")))
        .pid(Values.pid(o.number("pid")))
        .name(given == null ? Values.fileName(path) : given)
        .executable(path)
        .commandLine(o.text("command_line"))
        .args(o.texts("args"))
        .workingDirectory(o.text("working_directory"))
        .start(Timestamps.any(o.text("start")))
        .title(o.text("title"))
        .integrityLevel(Integrity.level(ext.inner("token").text("integrity_level_name")))
        .hash(hashes(o.object("hash")))
        .pe(pe(o.object("pe")))
        .codeSignature(signature(o.object("code_signature")))
        .session(session(ext))
        .parent(parent)
        .build();
  }

  /** Returns the session that Defend's {@code process.Ext} tells. */
  static LogonSession session(JsonObject ext) {
    return LogonSession.of(
        Values.logonId(ext.text("authentication_id")),
        Values.pid(ext.inner("session_info").number("id")));
  }

  private static Hashes hashes(@Nullable JsonObject hash) {
    return hash == null
        ? Hashes.NONE
        : new Hashes(
            Values.hash(hash.text("md5")),
            Values.hash(hash.text("sha1")),
            Values.hash(hash.text("sha256")));
  }

  private static PortableExecutable pe(@Nullable JsonObject pe) {
    return pe == null
        ? PortableExecutable.NONE
        : new PortableExecutable(
            Values.present(pe.text("original_file_name")),
            Values.present(pe.text("product")),
            Values.present(pe.text("company")),
            Values.present(pe.text("description")),
            Values.present(pe.text("file_version")),
            Values.hash(pe.text("imphash")));
  }

  private static CodeSignature signature(@Nullable JsonObject signature) {
    if (signature == null) {
      return CodeSignature.NONE;
    }
    String exists = signature.text("exists");
    String trusted = signature.text("trusted");
    return new CodeSignature(
        exists == null ? null : Boolean.valueOf(exists),
        trusted == null ? null : Boolean.valueOf(trusted),
        signature.text("subject_name"),
        signature.text("status"));
  }
}
