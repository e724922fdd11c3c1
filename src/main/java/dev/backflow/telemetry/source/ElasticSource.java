package dev.backflow.telemetry.source;

import static dev.backflow.telemetry.source.IncompleteRecordException.require;

import dev.backflow.telemetry.Event;
import dev.backflow.telemetry.EventHeader;
import dev.backflow.telemetry.EventId;
import dev.backflow.telemetry.Host;
import dev.backflow.telemetry.HostOs;
import dev.backflow.telemetry.Normalized;
import dev.backflow.telemetry.ProcessInfo;
import dev.backflow.telemetry.Source;
import dev.backflow.telemetry.User;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Elastic Defend and Elastic Endgame as ECS documents: by themselves, as search hits, in a bulk
 * request, with {@code fields} arrays, by way of Logstash. Told by {@code event.module}, {@code
 * agent.type} or the data stream; an ECS document that names none of these is Endgame's.
 *
 * <p>What happened goes by {@code event.category} and {@code event.type}: the words of {@code
 * event.action} have changed. The fields are ECS's own, see {@link EcsPaths}; {@code
 * already_running} is no start.
 */
final class ElasticSource implements TelemetrySource {
  static final String NAMES = "create index update delete @version _index dll process";

  private static final List<String> ENDGAME_CATEGORIES = List.of("process", "network", "registry");

  static List<Path> paths() {
    return EcsPaths.all();
  }

  @Override
  public Optional<Normalized> read(ParsedRecord record) {
    if (!(record instanceof ParsedRecord.Json json)) {
      return Optional.empty();
    }
    JsonObject o = json.object();
    List<String> categories = o.texts(EcsPaths.EVENT_CATEGORY);
    if (categories.isEmpty()) {
      return bulkAction(o);
    }
    Source source = source(o, categories);
    if (source == null) {
      return Optional.empty();
    }
    Event event = event(json, source, categories);
    String action = o.text(EcsPaths.EVENT_ACTION);
    return Optional.of(
        event == null
            ? new Normalized.Ignored(
                source, categories.get(0) + (action == null ? "" : " " + action))
            : new Normalized.Recognized(event));
  }

  /** The line before a document in a bulk request. */
  private static Optional<Normalized> bulkAction(JsonObject o) {
    for (String action : new String[] {"create", "index", "update", "delete"}) {
      JsonObject meta = o.object(action);
      if (meta != null && meta.has("_index")) {
        return Optional.of(new Normalized.Ignored(Source.ELASTIC_DEFEND, "bulk " + action));
      }
    }
    return Optional.empty();
  }

  private static @Nullable Source source(JsonObject o, List<String> categories) {
    String module = Values.lower(o.text(EcsPaths.EVENT_MODULE));
    String agent = Values.lower(o.text(EcsPaths.AGENT_TYPE));
    String dataset = Values.lower(o.text(EcsPaths.DATA_STREAM_DATASET));
    if (dataset == null) {
      dataset = Values.lower(o.text(EcsPaths.EVENT_DATASET));
    }
    if ("endpoint".equals(module)
        || "endpoint".equals(agent)
        || (dataset != null && dataset.startsWith("endpoint."))) {
      return Source.ELASTIC_DEFEND;
    }
    boolean endgame =
        "endgame".equals(module)
            || "endgame".equals(agent)
            || (dataset != null && dataset.contains("endgame"));
    if (endgame) {
      return Source.ELASTIC_ENDGAME;
    }
    if (module != null || dataset != null || !o.has("process")) {
      return null;
    }
    return Collections.disjoint(categories, ENDGAME_CATEGORIES)
        ? Source.ELASTIC_DEFEND
        : Source.ELASTIC_ENDGAME;
  }

  private static @Nullable Event event(
      ParsedRecord.Json record, Source source, List<String> categories) {
    JsonObject o = record.object();
    List<String> types = o.texts(EcsPaths.EVENT_TYPE);
    if (categories.contains("process")) {
      return process(record, source, types);
    }
    if (categories.contains("network")) {
      return network(record, source, types);
    }
    if (categories.contains("registry")) {
      boolean set = types.contains("change") && o.text(EcsPaths.REGISTRY_VALUE) != null;
      return set ? registry(record, source) : null;
    }
    return categories.contains("authentication") || categories.contains("session")
        ? logon(record, source)
        : null;
  }

  private static @Nullable Event process(
      ParsedRecord.Json record, Source source, List<String> types) {
    JsonObject o = record.object();
    if (o.has("dll")) {
      // The first schema told of loaded libraries as process starts.
      return null;
    }
    if (types.contains("start")) {
      return new Event.ProcessStarted(header(record, source), process(o), user(o), null);
    }
    return types.contains("end")
        ? new Event.ProcessEnded(
            header(record, source), process(o), Values.number(o.text(EcsPaths.EXIT_CODE)), user(o))
        : null;
  }

  private static ProcessInfo process(JsonObject o) {
    return EcsPaths.process(o);
  }

  private static @Nullable Event network(
      ParsedRecord.Json record, Source source, List<String> types) {
    JsonObject o = record.object();
    Event.Endpoint from =
        Network.endpoint(
            EcsPaths.either(o, EcsPaths.SOURCE_IP, EcsPaths.SOURCE_ADDRESS),
            o.text(EcsPaths.SOURCE_PORT),
            null);
    Event.Endpoint to =
        Network.endpoint(
            EcsPaths.either(o, EcsPaths.DESTINATION_IP, EcsPaths.DESTINATION_ADDRESS),
            o.text(EcsPaths.DESTINATION_PORT),
            o.text(EcsPaths.DESTINATION_DOMAIN));
    boolean ended = types.contains("end");
    if ((!ended && !types.contains("start") && !types.contains("connection"))
        || (from == null && to == null)) {
      return null;
    }
    String direction = direction(o.text(EcsPaths.NETWORK_DIRECTION));
    return new Event.NetworkConnection(
        header(record, source),
        process(o),
        user(o),
        Network.transport(o.text(EcsPaths.NETWORK_TRANSPORT)),
        to == null ? Network.LISTEN : direction,
        from,
        to,
        succeeded(o),
        ended);
  }

  /** An attempt has not come up yet; an accepted or ended connection has. */
  private static @Nullable Boolean succeeded(JsonObject o) {
    String outcome = o.text(EcsPaths.EVENT_OUTCOME);
    if ("failure".equals(outcome)) {
      return false;
    }
    String action = o.text(EcsPaths.EVENT_ACTION);
    boolean known =
        action != null && (action.contains("accepted") || action.startsWith("disconnect"));
    return (known || "success".equals(outcome)) ? Boolean.TRUE : null;
  }

  private static String direction(@Nullable String direction) {
    if (direction == null) {
      return Network.UNKNOWN;
    }
    return switch (direction.toLowerCase(Locale.ROOT)) {
      case "egress", "outbound", "outgoing" -> Network.EGRESS;
      case "ingress", "inbound", "incoming" -> Network.INGRESS;
      default -> Network.UNKNOWN;
    };
  }

  private static Event registry(ParsedRecord.Json record, Source source) {
    JsonObject o = record.object();
    String value = require(o.text(EcsPaths.REGISTRY_VALUE), "registry", "registry.value");
    String path = o.text(EcsPaths.REGISTRY_PATH);
    String key =
        path != null && path.endsWith("\\" + value)
            ? path.substring(0, path.length() - value.length() - 1)
            : hiveAndKey(o);
    List<String> data = o.texts(EcsPaths.REGISTRY_DATA);
    return Registry.valueSet(
        header(record, source),
        process(o),
        user(o),
        Registry.shortKey(key),
        value,
        data.isEmpty() ? null : String.join("\n", data));
  }

  private static String hiveAndKey(JsonObject o) {
    String hive = o.text(EcsPaths.REGISTRY_HIVE);
    String key = require(o.text(EcsPaths.REGISTRY_KEY), "registry", "registry.key");
    return hive == null || key.startsWith(hive + "\\") ? key : hive + "\\" + key;
  }

  private static @Nullable Event logon(ParsedRecord.Json record, Source source) {
    JsonObject o = record.object();
    String from = EcsPaths.either(o, EcsPaths.SESSION_CLIENT_ADDRESS, EcsPaths.SOURCE_IP);
    Integer type = Logons.type(o.text(EcsPaths.SESSION_LOGON_TYPE));
    boolean counts =
        o.texts(EcsPaths.EVENT_TYPE).contains("start")
            && !"failure".equals(o.text(EcsPaths.EVENT_OUTCOME))
            && type != null
            && Logons.counts(type, from, o.texts(EcsPaths.HOST_IP));
    return counts ? new Event.Logon(header(record, source), user(o), type, from) : null;
  }

  private static EventHeader header(ParsedRecord.Json record, Source source) {
    JsonObject o = record.object();
    String name = EcsPaths.either(o, EcsPaths.HOST_NAME, EcsPaths.HOST_HOSTNAME);
    String id = EcsPaths.either(o, EcsPaths.HOST_ID, EcsPaths.AGENT_ID);
    String host = require(id == null ? Values.lower(name) : id, "ECS", "host.id or host.name");
    String category = o.texts(EcsPaths.EVENT_CATEGORY).get(0);
    String action = o.text(EcsPaths.EVENT_ACTION);
    return new EventHeader(
        id(o, source, host),
        require(Timestamps.any(o.text(EcsPaths.TIMESTAMP)), "ECS", "@timestamp"),
        source,
        rendering(record),
        new Host(
            host, name, osType(o), o.texts(EcsPaths.HOST_IP), os(o), o.text(EcsPaths.HOST_TYPE)),
        action == null ? category : action,
        action,
        record.raw().position(),
        o.text(EcsPaths.EVENT_ID));
  }

  private static String id(JsonObject o, Source source, String host) {
    String id = o.text(EcsPaths.EVENT_ID);
    return id != null
        ? EventId.of(source.id(), host, id)
        : EventId.of(
            source.id(),
            host,
            null,
            o.text(EcsPaths.TIMESTAMP),
            o.text(EcsPaths.EVENT_ACTION),
            o.text(EcsPaths.PROCESS.entityId()),
            o.text(EcsPaths.PROCESS.pid()),
            o.text(EcsPaths.DESTINATION_IP),
            o.text(EcsPaths.DESTINATION_PORT),
            o.text(EcsPaths.SOURCE_PORT),
            o.text(EcsPaths.REGISTRY_PATH));
  }

  private static String rendering(ParsedRecord.Json record) {
    return switch (record.wrapper()) {
      case "_source" -> "hit";
      case "fields" -> "fields";
      case "doc" -> "bulk_update";
      default -> record.object().has("@version") ? "logstash" : "source";
    };
  }

  private static HostOs os(JsonObject o) {
    return new HostOs(
        o.text(EcsPaths.HOST_OS_NAME),
        o.text(EcsPaths.HOST_OS_FULL),
        o.text(EcsPaths.HOST_OS_FAMILY),
        o.text(EcsPaths.HOST_OS_PLATFORM),
        o.text(EcsPaths.HOST_OS_VERSION),
        o.text(EcsPaths.HOST_OS_KERNEL));
  }

  private static @Nullable String osType(JsonObject o) {
    String type = o.text(EcsPaths.HOST_OS_TYPE);
    if (type != null) {
      return type;
    }
    String family = EcsPaths.either(o, EcsPaths.HOST_OS_FAMILY, EcsPaths.HOST_OS_PLATFORM);
    if (family == null) {
      family = o.text(EcsPaths.HOST_OS_NAME);
    }
    if (family != null && family.toLowerCase(Locale.ROOT).startsWith("windows")) {
      return "windows";
    }
    String path = o.text(EcsPaths.PROCESS.executable());
    boolean drive = path != null && path.length() > 2 && path.startsWith(":\\", 1);
    return drive ? "windows" : Values.lower(family);
  }

  private static @Nullable User user(JsonObject o) {
    String id = Values.present(o.text(EcsPaths.USER_ID));
    String name = Values.present(o.text(EcsPaths.USER_NAME));
    return id == null && name == null
        ? null
        : new User(id, Values.present(o.text(EcsPaths.USER_DOMAIN)), name);
  }
}
