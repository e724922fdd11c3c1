package dev.backflow.telemetry.source;

import static dev.backflow.telemetry.source.IncompleteRecordException.require;

import dev.backflow.telemetry.Event;
import dev.backflow.telemetry.EventHeader;
import dev.backflow.telemetry.EventId;
import dev.backflow.telemetry.Host;
import dev.backflow.telemetry.Normalized;
import dev.backflow.telemetry.Source;
import dev.backflow.telemetry.User;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Elastic Defend and Elastic Endgame as ECS documents: by themselves, as search hits, in a bulk
 * request, with {@code fields} arrays, by way of Logstash. Told by {@code event.module}, {@code
 * agent.type} or the data stream; an ECS document that names none of these is Endgame's.
 *
 * <p>What happened goes by {@code event.category} and {@code event.type}: the words of {@code
 * event.action} have changed. The fields are ECS's own, see {@link EcsProcess} and {@link EcsHost};
 * {@code already_running} is no start.
 */
final class ElasticSource implements TelemetrySource {
  static final String NAMES = "create index update delete @version _index dll process @timestamp";

  static final String PATHS =
      """
      agent.type data_stream.dataset event.action event.category event.dataset event.id
      event.module event.outcome event.type user.id user.name user.domain
      source.ip source.address source.port source.bytes destination.bytes
      destination.ip destination.address destination.port destination.domain
      network.direction network.transport
      registry.data.strings registry.data.type registry.hive registry.key registry.path registry.value
      """
          + EcsHost.PATHS
          + EcsProcess.PATHS;

  private static final List<String> ENDGAME_CATEGORIES = List.of("process", "network", "registry");

  /** A document, and what is read of it again and again. */
  private record Document(
      ParsedRecord.Json record,
      JsonObject o,
      Source source,
      JsonObject event,
      List<String> categories,
      List<String> types,
      @Nullable String action) {}

  @Override
  public Optional<Normalized> read(ParsedRecord record) {
    if (!(record instanceof ParsedRecord.Json json)) {
      return Optional.empty();
    }
    JsonObject o = json.object().nested();
    JsonObject meta = o.inner("event");
    List<String> categories = meta.texts("category");
    if (categories.isEmpty()) {
      return bulkAction(o);
    }
    Source source = source(o, meta, categories);
    if (source == null) {
      return Optional.empty();
    }
    String action = meta.text("action");
    Document document = new Document(json, o, source, meta, categories, meta.texts("type"), action);
    Event event = event(document);
    return Optional.of(
        event == null
            ? new Normalized.Ignored(
                source, categories.get(0) + (action == null ? "" : " " + action))
            : new Normalized.Recognized(event));
  }

  /** The line before a document in a bulk request. */
  private static Optional<Normalized> bulkAction(JsonObject o) {
    for (String action : new String[] {"create", "index", "update", "delete"}) {
      if (o.inner(action).has("_index")) {
        return Optional.of(new Normalized.Ignored(Source.ELASTIC_DEFEND, "bulk " + action));
      }
    }
    return Optional.empty();
  }

  private static @Nullable Source source(JsonObject o, JsonObject event, List<String> categories) {
    String module = Values.lower(event.text("module"));
    String agent = Values.lower(o.inner("agent").text("type"));
    String dataset =
        Values.lower(Values.either(o.inner("data_stream").text("dataset"), event.text("dataset")));
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

  private static @Nullable Event event(Document d) {
    if (d.categories.contains("process")) {
      return process(d);
    }
    if (d.categories.contains("network")) {
      return network(d);
    }
    if (d.categories.contains("registry")) {
      return d.types.contains("change") ? registry(d) : null;
    }
    return d.categories.contains("authentication") || d.categories.contains("session")
        ? logon(d)
        : null;
  }

  private static @Nullable Event process(Document d) {
    if (d.o.has("dll")) {
      // The first schema told of loaded libraries as process starts.
      return null;
    }
    JsonObject process = d.o.inner("process");
    if (d.types.contains("start")) {
      return new Event.ProcessStarted(header(d), EcsProcess.read(process), user(d.o), null);
    }
    return d.types.contains("end")
        ? new Event.ProcessEnded(
            header(d), EcsProcess.read(process), process.number("exit_code"), user(d.o))
        : null;
  }

  private static @Nullable Event network(Document d) {
    Event.Endpoint from = endpoint(d.o.inner("source"), null);
    JsonObject destination = d.o.inner("destination");
    Event.Endpoint to = endpoint(destination, destination.text("domain"));
    boolean ended = d.types.contains("end");
    if ((!ended && !d.types.contains("start") && !d.types.contains("connection"))
        || (from == null && to == null)) {
      return null;
    }
    JsonObject network = d.o.inner("network");
    return new Event.NetworkConnection(
        header(d),
        EcsProcess.read(d.o.inner("process")),
        user(d.o),
        Network.transport(network.text("transport")),
        to == null ? Network.LISTEN : direction(network.text("direction")),
        from,
        to,
        succeeded(d),
        ended);
  }

  private static Event.@Nullable Endpoint endpoint(JsonObject end, @Nullable String domain) {
    Event.Endpoint known =
        Network.endpoint(
            Values.either(end.text("ip"), end.text("address")), end.text("port"), domain);
    Long bytes = end.number("bytes");
    return known == null || bytes == null
        ? known
        : new Event.Endpoint(known.address(), known.port(), known.domain(), bytes);
  }

  /** An attempt has not come up yet; an accepted or ended connection has. */
  private static @Nullable Boolean succeeded(Document d) {
    String outcome = d.event.text("outcome");
    if ("failure".equals(outcome)) {
      return false;
    }
    String action = d.action;
    boolean known =
        action != null && (action.contains("accepted") || action.startsWith("disconnect"));
    return (known || "success".equals(outcome)) ? Boolean.TRUE : null;
  }

  private static String direction(@Nullable String direction) {
    if (direction == null) {
      return Network.UNKNOWN;
    }
    return switch (Values.lowered(direction)) {
      case "egress", "outbound", "outgoing" -> Network.EGRESS;
      case "ingress", "inbound", "incoming" -> Network.INGRESS;
      default -> Network.UNKNOWN;
    };
  }

  private static @Nullable Event registry(Document d) {
    JsonObject registry = d.o.inner("registry");
    String value = registry.text("value");
    if (value == null) {
      return null;
    }
    String path = registry.text("path");
    String key =
        path != null && path.endsWith("\\" + value)
            ? path.substring(0, path.length() - value.length() - 1)
            : hiveAndKey(registry);
    List<String> data = registry.inner("data").texts("strings");
    String type = registry.inner("data").text("type");
    return Registry.valueSet(
        header(d),
        EcsProcess.read(d.o.inner("process")),
        user(d.o),
        Registry.shortKey(key),
        value,
        data.isEmpty() ? null : String.join("\n", data),
        type);
  }

  private static String hiveAndKey(JsonObject registry) {
    String hive = registry.text("hive");
    String key = require(registry.text("key"), "registry", "registry.key");
    return hive == null || key.startsWith(hive + "\\") ? key : hive + "\\" + key;
  }

  private static @Nullable Event logon(Document d) {
    JsonObject ext = d.o.inner("process").inner("Ext");
    JsonObject session = ext.inner("session_info");
    String from = Values.either(session.text("client_address"), d.o.inner("source").text("ip"));
    Integer type = Logons.type(session.text("logon_type"));
    boolean counts =
        d.types.contains("start")
            && !"failure".equals(d.event.text("outcome"))
            && type != null
            && Logons.counts(type, from, d.o.inner("host").texts("ip"));
    return counts
        ? new Event.Logon(header(d), user(d.o), type, from, EcsProcess.session(ext))
        : null;
  }

  private static EventHeader header(Document d) {
    Host host = EcsHost.read(d.o);
    String given = d.event.text("id");
    return new EventHeader(
        given == null ? id(d, host.id()) : EventId.of(d.source.id(), host.id(), given),
        require(Timestamps.any(d.o.text("@timestamp")), "ECS", "@timestamp"),
        d.source,
        rendering(d.record),
        host,
        d.action == null ? d.categories.get(0) : d.action,
        d.action,
        d.record.raw().position(),
        given);
  }

  /** The identity of an event that its source gives none. */
  private static EventId id(Document d, String host) {
    JsonObject process = d.o.inner("process");
    JsonObject destination = d.o.inner("destination");
    return EventId.of(
        d.source.id(),
        host,
        null,
        d.o.text("@timestamp"),
        d.action,
        process.text("entity_id"),
        process.text("pid"),
        destination.text("ip"),
        destination.text("port"),
        d.o.inner("source").text("port"),
        d.o.inner("registry").text("path"));
  }

  private static String rendering(ParsedRecord.Json record) {
    return switch (record.wrapper()) {
      case "_source" -> "hit";
      case "fields" -> "fields";
      case "doc" -> "bulk_update";
      default -> record.object().has("@version") ? "logstash" : "source";
    };
  }

  private static @Nullable User user(JsonObject o) {
    JsonObject user = o.inner("user");
    String id = Values.present(user.text("id"));
    String name = Values.present(user.text("name"));
    return id == null && name == null
        ? null
        : new User(id, Values.present(user.text("domain")), name);
  }
}
