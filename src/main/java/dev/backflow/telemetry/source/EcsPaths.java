package dev.backflow.telemetry.source;

import dev.backflow.telemetry.CodeSignature;
import dev.backflow.telemetry.Hashes;
import dev.backflow.telemetry.PortableExecutable;
import dev.backflow.telemetry.ProcessInfo;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ECS fields that Elastic's sources fill. */
final class EcsPaths {
  private static final List<Path> ALL = new ArrayList<>();

  static final Path TIMESTAMP = path("@timestamp");
  static final Path AGENT_ID = path("agent.id");
  static final Path AGENT_TYPE = path("agent.type");
  static final Path DATA_STREAM_DATASET = path("data_stream.dataset");
  static final Path EVENT_ACTION = path("event.action");
  static final Path EVENT_CATEGORY = path("event.category");
  static final Path EVENT_DATASET = path("event.dataset");
  static final Path EVENT_ID = path("event.id");
  static final Path EVENT_MODULE = path("event.module");
  static final Path EVENT_OUTCOME = path("event.outcome");
  static final Path EVENT_TYPE = path("event.type");
  static final Path HOST_ID = path("host.id");
  static final Path HOST_HOSTNAME = path("host.hostname");
  static final Path HOST_IP = path("host.ip");
  static final Path HOST_NAME = path("host.name");
  static final Path HOST_TYPE = path("host.type");
  static final Path HOST_OS_FAMILY = path("host.os.family");
  static final Path HOST_OS_FULL = path("host.os.full");
  static final Path HOST_OS_KERNEL = path("host.os.kernel");
  static final Path HOST_OS_NAME = path("host.os.name");
  static final Path HOST_OS_PLATFORM = path("host.os.platform");
  static final Path HOST_OS_TYPE = path("host.os.type");
  static final Path HOST_OS_VERSION = path("host.os.version");
  static final Path USER_ID = path("user.id");
  static final Path USER_NAME = path("user.name");
  static final Path USER_DOMAIN = path("user.domain");
  static final Path EXIT_CODE = path("process.exit_code");
  static final Path SESSION_LOGON_TYPE = path("process.Ext.session_info.logon_type");
  static final Path SESSION_CLIENT_ADDRESS = path("process.Ext.session_info.client_address");
  static final Path SOURCE_IP = path("source.ip");
  static final Path SOURCE_ADDRESS = path("source.address");
  static final Path SOURCE_PORT = path("source.port");
  static final Path DESTINATION_IP = path("destination.ip");
  static final Path DESTINATION_ADDRESS = path("destination.address");
  static final Path DESTINATION_PORT = path("destination.port");
  static final Path DESTINATION_DOMAIN = path("destination.domain");
  static final Path NETWORK_DIRECTION = path("network.direction");
  static final Path NETWORK_TRANSPORT = path("network.transport");
  static final Path REGISTRY_DATA = path("registry.data.strings");
  static final Path REGISTRY_HIVE = path("registry.hive");
  static final Path REGISTRY_KEY = path("registry.key");
  static final Path REGISTRY_PATH = path("registry.path");
  static final Path REGISTRY_VALUE = path("registry.value");
  static final ProcessPaths PROCESS = ProcessPaths.of("process");
  private static final ProcessPaths PARENT = ProcessPaths.of("process.parent");
  private static final ProcessPaths ITSELF = ProcessPaths.of("");
  private static final Path PARENT_OBJECT = path("process.parent");

  /** Defend: {@code [0]} is the parent's entity id, {@code [1]} the grandparent's. */
  private static final Path ANCESTRY = path("process.Ext.ancestry");

  private EcsPaths() {}

  /** The fields of one process. */
  record ProcessPaths(
      Path entityId,
      Path pid,
      Path name,
      Path executable,
      Path commandLine,
      Path args,
      Path workingDirectory,
      Path start,
      Path title,
      Path integrityLevel,
      Path md5,
      Path sha1,
      Path sha256,
      Path originalFileName,
      Path product,
      Path company,
      Path description,
      Path fileVersion,
      Path imphash,
      Path signatureExists,
      Path signatureTrusted,
      Path signatureSubject,
      Path signatureStatus) {

    /** The fields below a place; below nothing they are relative to the process itself. */
    static ProcessPaths of(String place) {
      String p = place.isEmpty() ? "" : place + ".";
      return new ProcessPaths(
          path(p + "entity_id"),
          path(p + "pid"),
          path(p + "name"),
          path(p + "executable"),
          path(p + "command_line"),
          path(p + "args"),
          path(p + "working_directory"),
          path(p + "start"),
          path(p + "title"),
          path(p + "Ext.token.integrity_level_name"),
          path(p + "hash.md5"),
          path(p + "hash.sha1"),
          path(p + "hash.sha256"),
          path(p + "pe.original_file_name"),
          path(p + "pe.product"),
          path(p + "pe.company"),
          path(p + "pe.description"),
          path(p + "pe.file_version"),
          path(p + "pe.imphash"),
          path(p + "code_signature.exists"),
          path(p + "code_signature.trusted"),
          path(p + "code_signature.subject_name"),
          path(p + "code_signature.status"));
    }

    ProcessInfo read(JsonObject o, @Nullable ProcessInfo parent) {
      String path = Values.present(o.text(executable));
      String given = Values.present(o.text(name));
      return ProcessInfo.builder()
          .entityId(Values.present(o.text(entityId)))
          .pid(Values.pid(o.text(pid)))
          .name(given == null ? Values.fileName(path) : given)
          .executable(path)
          .commandLine(o.text(commandLine))
          .args(o.texts(args))
          .workingDirectory(o.text(workingDirectory))
          .start(Timestamps.any(o.text(start)))
          .title(o.text(title))
          .integrityLevel(Integrity.level(o.text(integrityLevel)))
          .hash(
              new Hashes(
                  Values.hash(o.text(md5)), Values.hash(o.text(sha1)), Values.hash(o.text(sha256))))
          .pe(
              new PortableExecutable(
                  Values.present(o.text(originalFileName)),
                  Values.present(o.text(product)),
                  Values.present(o.text(company)),
                  Values.present(o.text(description)),
                  Values.present(o.text(fileVersion)),
                  Values.hash(o.text(imphash))))
          .codeSignature(signature(o))
          .parent(parent)
          .build();
    }

    private CodeSignature signature(JsonObject o) {
      String exists = o.text(signatureExists);
      String trusted = o.text(signatureTrusted);
      String subject = o.text(signatureSubject);
      String status = o.text(signatureStatus);
      return exists == null && trusted == null && subject == null && status == null
          ? CodeSignature.NONE
          : new CodeSignature(
              exists == null ? null : Boolean.valueOf(exists),
              trusted == null ? null : Boolean.valueOf(trusted),
              subject,
              status);
    }
  }

  /** Returns the process of a document with its parent. */
  static ProcessInfo process(JsonObject o) {
    JsonObject nested = o.isDotted() ? null : o.object("process");
    return nested == null ? PROCESS.read(o, parent(o)) : ITSELF.read(nested, parent(o));
  }

  /** Returns the parent with what is known of its own, null when there is none. */
  static @Nullable ProcessInfo parent(JsonObject o) {
    List<String> ancestry = o.texts(ANCESTRY);
    ProcessInfo grandparent =
        ancestry.size() < 2 ? null : ProcessInfo.builder().entityId(ancestry.get(1)).build();
    JsonObject nested = o.isDotted() ? null : JsonObject.asObject(PARENT_OBJECT.in(o));
    ProcessInfo parent =
        nested == null ? PARENT.read(o, grandparent) : ITSELF.read(nested, grandparent);
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

  /** Returns every path above. */
  static List<Path> all() {
    return List.copyOf(ALL);
  }

  static @Nullable String either(JsonObject o, Path first, Path second) {
    String value = o.text(first);
    return value == null ? o.text(second) : value;
  }

  private static Path path(String dotted) {
    Path path = Path.of(dotted);
    ALL.add(path);
    return path;
  }
}
