package dev.backflow.cases;

import dev.backflow.commandline.Destination;
import dev.backflow.commandline.RemoteForward;
import dev.backflow.detection.Detection;
import dev.backflow.detection.Reason;
import dev.backflow.telemetry.Event;
import dev.backflow.telemetry.EventHeader;
import dev.backflow.telemetry.Fingerprint;
import dev.backflow.telemetry.Host;
import dev.backflow.telemetry.ProcessInfo;
import dev.backflow.triage.Exposure;
import dev.backflow.triage.ForwardText;
import dev.backflow.triage.ServerClass;
import dev.backflow.triage.Triaged;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes sightings of triaged detections. */
public final class Sightings {
  private static final int LIST_AT_MOST = 10;

  private Sightings() {}

  /** Returns the sighting of a tenant's triaged detection. */
  public static Sighting of(String tenant, Triaged triaged) {
    Detection detection = triaged.detection();
    EventHeader header = detection.event().header();
    Host host = header.host();
    ProcessInfo process = process(detection.event());
    Destination destination = detection.destination();
    return new Sighting(
        Fingerprint.of("sighting", tenant, header.id(), Integer.toString(detection.ordinal())),
        key(tenant, host, destination, triaged.exposure()),
        header.timestamp(),
        detection.verdict(),
        detection.kind(),
        detection.program().id(),
        detection.identification().renamed(),
        destination == null ? null : Texts.cut(destination.user()),
        forwards(detection.forwards()),
        texts(
            forwards(detection.forwards()).stream()
                .map(f -> ForwardText.exposed(f, host))
                .toList()),
        service(detection.forwards()),
        Texts.bounded(host.name() == null ? host.id() : host.name()),
        Texts.bounded(triaged.account()),
        process == null ? null : Texts.cut(process.executable()),
        process == null ? null : Texts.cut(process.pe().originalFileName()),
        process == null ? null : process.hash().sha256(),
        Texts.bounded(detection.commandLine()),
        lineage(process),
        triaged.unusualParent(),
        texts(detection.wrappedBy()),
        texts(detection.facts().hops()),
        triaged.serverClass() == ServerClass.RELAY,
        triaged.assessment(),
        triaged.disposition().alertsAtOnce(),
        triaged.scopes(),
        texts(triaged.relatedHosts()),
        triaged.gaps(),
        reasons(detection.reasons()),
        header.source().id(),
        header.rendering(),
        Texts.bounded(header.position().toString()),
        Detection.VERSION);
  }

  private static CaseKey key(
      String tenant, Host host, @Nullable Destination destination, Exposure exposure) {
    if (destination == null) {
      return new CaseKey(tenant, host.id(), "", 0, exposure);
    }
    String server = Texts.bounded(destination.host().toLowerCase(Locale.ROOT));
    return new CaseKey(tenant, host.id(), server, destination.port(), exposure);
  }

  /** SOCKS names everything; else the first service stands for the rest. */
  private static String service(List<RemoteForward> forwards) {
    return forwards.stream()
        .filter(RemoteForward::dynamic)
        .findFirst()
        .or(() -> forwards.stream().findFirst())
        .map(ForwardText::service)
        .orElse("a port");
  }

  private static List<String> lineage(@Nullable ProcessInfo process) {
    List<String> lines = new ArrayList<>();
    ProcessInfo ancestor = process == null ? null : process.parent();
    while (ancestor != null && lines.size() < LIST_AT_MOST) {
      String line = ancestor.commandLine();
      String name = ancestor.executable() != null ? ancestor.executable() : ancestor.name();
      if (line != null || name != null) {
        lines.add(Texts.bounded(line != null && !line.isBlank() ? line : String.valueOf(name)));
      }
      ancestor = ancestor.parent();
    }
    return lines;
  }

  private static @Nullable ProcessInfo process(Event event) {
    if (event instanceof Event.ProcessStarted started) {
      return started.process();
    }
    return event instanceof Event.RegistryValueSet set ? set.process() : null;
  }

  private static List<RemoteForward> forwards(List<RemoteForward> forwards) {
    return bounded(forwards).stream()
        .map(
            f ->
                new RemoteForward(
                    Texts.cut(f.bindAddress()),
                    f.bindPort(),
                    Texts.cut(f.targetHost()),
                    f.targetPort(),
                    f.dynamic(),
                    Texts.cut(f.listenPath()),
                    Texts.cut(f.connectPath())))
        .toList();
  }

  private static List<String> texts(List<String> texts) {
    return bounded(texts).stream().map(Texts::bounded).toList();
  }

  private static List<Reason> reasons(List<Reason> reasons) {
    return bounded(reasons).stream()
        .map(r -> new Reason(r.argument(), Texts.cut(r.text()), Texts.bounded(r.meaning())))
        .toList();
  }

  private static <T> List<T> bounded(List<T> list) {
    return list.size() <= LIST_AT_MOST ? list : list.subList(0, LIST_AT_MOST);
  }
}
