package dev.backflow.telemetry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Function;

/**
 * Writes events as documents of the Elastic Common Schema, one JSON object a line. What ECS has no
 * field for stands under {@code backflow}; {@code log.offset} is Filebeat's. Safe for use by
 * several threads, each with a stream of its own.
 */
public final class EcsWriter {
  /** The version of ECS whose field list the documents keep. */
  public static final String ECS_VERSION = "9.4.0";

  private final JsonFactory json =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
  private final Function<String, List<String>> argv;

  /**
   * Creates a writer.
   *
   * @param argv splits a Windows command line as its program would, for sources that send no
   *     arguments of their own
   */
  public EcsWriter(Function<String, List<String>> argv) {
    this.argv = argv;
  }

  /** Writes one event and a line feed. */
  public void write(Event event, OutputStream out) throws IOException {
    try (JsonGenerator generator = json.createGenerator(out)) {
      EcsJson ecs = new EcsJson(generator);
      EventHeader header = event.header();
      ecs.open();
      ecs.text("@timestamp", header.timestamp().toString());
      ecs.open("ecs");
      ecs.text("version", ECS_VERSION);
      ecs.close();
      event(ecs, event, header);
      host(ecs, header.host());
      boolean windows = "windows".equals(header.host().osType());
      new EcsBody(ecs, windows ? argv : line -> List.of()).write(event);
      log(ecs, header);
      backflow(ecs, event, header);
      ecs.close();
    }
    out.write('\n');
  }

  private static void event(EcsJson ecs, Event event, EventHeader header) throws IOException {
    EcsCategory category = EcsCategory.of(event);
    ecs.open("event");
    ecs.text("kind", "event");
    ecs.texts("category", category.categories());
    ecs.texts("type", category.types());
    ecs.text("action", header.action());
    ecs.text("provider", header.provider());
    ecs.text("code", header.code());
    ecs.text("id", header.sourceId() == null ? header.id() : header.sourceId());
    ecs.text("outcome", category.outcome());
    ecs.close();
  }

  private static void host(EcsJson ecs, Host host) throws IOException {
    ecs.open("host");
    ecs.text("id", host.id());
    ecs.text("name", host.name());
    ecs.text("hostname", host.name());
    ecs.texts("ip", host.ip().stream().filter(EcsJson::isIp).toList());
    ecs.text("type", host.type());
    if (host.osType() != null || !host.os().equals(HostOs.NONE)) {
      ecs.open("os");
      ecs.text("type", host.osType());
      ecs.text("name", host.os().name());
      ecs.text("full", host.os().full());
      ecs.text("family", host.os().family());
      ecs.text("platform", host.os().platform());
      ecs.text("version", host.os().version());
      ecs.text("kernel", host.os().kernel());
      ecs.close();
    }
    ecs.close();
  }

  private static void log(EcsJson ecs, EventHeader header) throws IOException {
    ecs.open("log");
    ecs.number("offset", header.position().offset());
    ecs.open("file");
    ecs.text("path", header.position().path());
    ecs.close();
    ecs.close();
  }

  private static void backflow(EcsJson ecs, Event event, EventHeader header) throws IOException {
    ecs.open("backflow");
    ecs.text("event_id", header.id());
    ecs.text("source", header.source().id());
    ecs.text("rendering", header.rendering());
    EcsBody.own(ecs, event);
    ecs.close();
  }
}
