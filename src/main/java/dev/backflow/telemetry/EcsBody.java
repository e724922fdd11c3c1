package dev.backflow.telemetry;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes what the kinds of events have apart: processes, users, connections, registry. */
final class EcsBody {
  private final EcsJson ecs;
  private final Function<String, List<String>> argv;

  EcsBody(EcsJson ecs, Function<String, List<String>> argv) {
    this.ecs = ecs;
    this.argv = argv;
  }

  void write(Event event) throws IOException {
    if (event instanceof Event.ProcessStarted e) {
      process(e.process(), e.creator(), null);
      user(e.user());
    } else if (event instanceof Event.ProcessEnded e) {
      process(e.process(), null, e);
      user(e.user());
    } else if (event instanceof Event.NetworkConnection e) {
      network(e);
    } else if (event instanceof Event.RegistryValueSet e) {
      process(e.process(), null, null);
      user(e.user());
      registry(e.key(), e.value(), e.data(), e.dataType());
    } else if (event instanceof Event.AutostartRegistered e) {
      autostart(e);
    } else if (event instanceof Event.Logon e) {
      user(e.user());
      endpoint("source", new Event.Endpoint(e.sourceAddress(), null, null));
    }
  }

  /** What ECS has no field for. */
  static void own(EcsJson ecs, Event event) throws IOException {
    if (event instanceof Event.ProcessStarted e) {
      ownProcess(ecs, e.process());
    } else if (event instanceof Event.NetworkConnection e) {
      ecs.bool("listening", e.direction().equals("listen") ? Boolean.TRUE : null);
      ownProcess(ecs, e.process());
    } else if (event instanceof Event.AutostartRegistered e) {
      ecs.open("autostart");
      ecs.text("mechanism", e.mechanism());
      ecs.text("name", e.name());
      ecs.text("command_line", e.commandLine());
      ecs.text("run_as", e.runAs());
      ecs.text("trigger", e.trigger());
      ecs.close();
    } else if (event instanceof Event.Logon e) {
      logon(ecs, e.session(), e.logonType());
    }
  }

  private static void ownProcess(EcsJson ecs, ProcessInfo process) throws IOException {
    ecs.text("integrity_level", process.integrityLevel());
    if (!process.session().equals(LogonSession.NONE)) {
      logon(ecs, process.session(), null);
    }
    ProcessInfo parent = process.parent();
    ProcessInfo grandparent = parent == null ? null : parent.parent();
    if (grandparent != null) {
      ecs.open("grandparent");
      ecs.text("entity_id", grandparent.entityId());
      ecs.number("pid", grandparent.pid());
      ecs.text("name", grandparent.name());
      ecs.text("executable", grandparent.executable());
      ecs.text("command_line", grandparent.commandLine());
      ecs.close();
    }
  }

  private static void logon(EcsJson ecs, LogonSession session, @Nullable Integer type)
      throws IOException {
    ecs.open("logon");
    ecs.text("id", session.id());
    ecs.number("session", session.terminal());
    ecs.number("type", type);
    ecs.close();
  }

  private void process(
      ProcessInfo process, @Nullable User creator, Event.@Nullable ProcessEnded ended)
      throws IOException {
    ecs.open("process");
    fields(process);
    if (ended != null) {
      ecs.text("end", ended.header().timestamp());
      ecs.number("exit_code", ended.exitCode());
    }
    ProcessInfo parent = process.parent();
    if (parent != null || creator != null) {
      ecs.open("parent");
      if (parent != null) {
        fields(parent);
      }
      creator(creator);
      ecs.close();
    }
    ecs.close();
  }

  /** ECS knows the id and the name of a process's user. */
  private void creator(@Nullable User creator) throws IOException {
    if (creator != null) {
      ecs.open("user");
      ecs.text("id", creator.id());
      ecs.text("name", creator.name());
      ecs.close();
    }
  }

  private void fields(ProcessInfo p) throws IOException {
    ecs.text("entity_id", p.entityId());
    ecs.number("pid", p.pid());
    ecs.text("name", p.name());
    ecs.text("executable", p.executable());
    ecs.text("command_line", p.commandLine());
    String line = p.commandLine();
    List<String> args = p.args().isEmpty() && line != null ? argv.apply(line) : p.args();
    ecs.texts("args", args);
    ecs.number("args_count", args.isEmpty() ? null : args.size());
    ecs.text("working_directory", p.workingDirectory());
    ecs.text("start", p.start());
    ecs.text("title", p.title());
    if (!p.hash().equals(Hashes.NONE)) {
      ecs.open("hash");
      ecs.text("md5", p.hash().md5());
      ecs.text("sha1", p.hash().sha1());
      ecs.text("sha256", p.hash().sha256());
      ecs.close();
    }
    portableExecutable(p.pe());
    signature(p.codeSignature());
  }

  private void portableExecutable(PortableExecutable pe) throws IOException {
    if (!pe.equals(PortableExecutable.NONE)) {
      ecs.open("pe");
      ecs.text("original_file_name", pe.originalFileName());
      ecs.text("product", pe.product());
      ecs.text("company", pe.company());
      ecs.text("description", pe.description());
      ecs.text("file_version", pe.fileVersion());
      ecs.text("imphash", pe.imphash());
      ecs.close();
    }
  }

  private void signature(CodeSignature signature) throws IOException {
    if (!signature.equals(CodeSignature.NONE)) {
      ecs.open("code_signature");
      ecs.bool("exists", signature.exists());
      ecs.bool("trusted", signature.trusted());
      ecs.text("subject_name", signature.subjectName());
      ecs.text("status", signature.status());
      ecs.close();
    }
  }

  private void user(@Nullable User user) throws IOException {
    if (user != null) {
      ecs.open("user");
      ecs.text("id", user.id());
      ecs.text("domain", user.domain());
      ecs.text("name", user.name());
      ecs.close();
    }
  }

  private void network(Event.NetworkConnection e) throws IOException {
    process(e.process(), null, null);
    user(e.user());
    boolean listens = e.direction().equals("listen");
    String type = ipVersion(e.source() == null ? e.destination() : e.source());
    if (e.transport() != null || type != null || !listens) {
      ecs.open("network");
      ecs.text("type", type);
      ecs.text("transport", e.transport());
      ecs.text("direction", listens ? null : e.direction());
      ecs.close();
    }
    endpoint("source", e.source());
    endpoint("destination", e.destination());
  }

  private static @Nullable String ipVersion(Event.@Nullable Endpoint endpoint) {
    String address = endpoint == null ? null : endpoint.address();
    if (address == null || !EcsJson.isIp(address)) {
      return null;
    }
    return address.indexOf(':') < 0 ? "ipv4" : "ipv6";
  }

  private void endpoint(String name, Event.@Nullable Endpoint endpoint) throws IOException {
    if (endpoint == null) {
      return;
    }
    String address = endpoint.address();
    ecs.open(name);
    ecs.text("address", address == null ? endpoint.domain() : address);
    ecs.text("ip", address != null && EcsJson.isIp(address) ? address : null);
    ecs.number("port", endpoint.port());
    ecs.number("bytes", endpoint.bytes());
    ecs.text("domain", endpoint.domain());
    ecs.close();
  }

  private void registry(
      String key, @Nullable String value, @Nullable String data, @Nullable String type)
      throws IOException {
    ecs.open("registry");
    int hive = key.indexOf('\\');
    ecs.text("hive", hive < 0 ? null : key.substring(0, hive));
    ecs.text("key", hive < 0 ? key : key.substring(hive + 1));
    ecs.text("value", value);
    ecs.text("path", value == null ? key : key + "\\" + value);
    if (data != null || type != null) {
      ecs.open("data");
      ecs.texts("strings", data == null ? List.of() : List.of(data));
      ecs.text("type", type);
      ecs.close();
    }
    ecs.close();
  }

  private void autostart(Event.AutostartRegistered e) throws IOException {
    if (e.process() != null) {
      process(e.process(), null, null);
    }
    user(e.createdBy());
    if (e.place() != null) {
      registry(e.place().key(), e.place().value(), e.commandLine(), e.place().dataType());
    }
    if (e.mechanism().equals("service")) {
      ecs.open("service");
      ecs.text("name", e.name());
      ecs.close();
    }
  }
}
