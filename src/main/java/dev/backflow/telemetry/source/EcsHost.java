package dev.backflow.telemetry.source;

import static dev.backflow.telemetry.source.IncompleteRecordException.require;

import dev.backflow.telemetry.Host;
import dev.backflow.telemetry.HostOs;
import org.jspecify.annotations.Nullable;

/** Reads ECS {@code host}; one without an id is known by its agent's, else by its name. */
final class EcsHost {
  static final String PATHS =
      """
      agent.id host.id host.hostname host.ip host.name host.type host.os.family host.os.full
      host.os.kernel host.os.name host.os.platform host.os.type host.os.version
      """;

  private EcsHost() {}

  /** Returns the host of a document. */
  static Host read(JsonObject o) {
    JsonObject host = o.inner("host");
    String name = Values.either(host.text("name"), host.text("hostname"));
    String id = Values.either(host.text("id"), o.inner("agent").text("id"));
    HostOs os = os(host.object("os"));
    return new Host(
        require(Values.either(id, Values.lower(name)), "ECS", "host.id or host.name"),
        name,
        osType(o, os),
        host.texts("ip"),
        os,
        host.text("type"));
  }

  static HostOs os(@Nullable JsonObject os) {
    return os == null
        ? HostOs.NONE
        : new HostOs(
            os.text("name"),
            os.text("full"),
            os.text("family"),
            os.text("platform"),
            os.text("version"),
            os.text("kernel"));
  }

  private static @Nullable String osType(JsonObject o, HostOs os) {
    String type = o.inner("host").inner("os").text("type");
    if (type != null) {
      return type;
    }
    String family = Values.either(Values.either(os.family(), os.platform()), os.name());
    if (family != null && Values.lowered(family).startsWith("windows")) {
      return "windows";
    }
    String path = o.inner("process").text("executable");
    boolean drive = path != null && path.length() > 2 && path.startsWith(":\\", 1);
    return drive ? "windows" : Values.lower(family);
  }
}
