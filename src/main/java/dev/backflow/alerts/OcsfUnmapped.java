package dev.backflow.alerts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.backflow.cases.Alert;
import dev.backflow.cases.Case;
import dev.backflow.cases.Sighting;
import dev.backflow.commandline.RemoteForward;
import dev.backflow.detection.Reason;
import dev.backflow.triage.Finding;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What OCSF has no field for, as docs/alert-unmapped.schema.json describes it. */
final class OcsfUnmapped {
  private static final int TEXT_AT_MOST = 400;

  private final ObjectNode unmapped;
  private final Alert alert;

  OcsfUnmapped(ObjectNode unmapped, Alert alert) {
    this.unmapped = unmapped;
    this.alert = alert;
  }

  void fill() {
    Case c = alert.snapshot();
    Sighting latest = c.latest();
    unmapped.put("verdict", latest.verdict().name().toLowerCase(Locale.ROOT));
    unmapped.put("state", Headline.state(latest));
    unmapped.put("kind", latest.kind().name().toLowerCase(Locale.ROOT));
    unmapped.put("program", latest.program());
    unmapped.put("renamed", latest.renamed());
    unmapped.put("exposure", c.key().exposure().label());
    latest.forwards().forEach(f -> forward(unmapped.withArray("forwards").addObject(), f));
    destination(unmapped.putObject("destination"), c);
    severity(unmapped.putObject("severity_arithmetic"), c);
    latest.reasons().forEach(r -> reason(unmapped.withArray("reasons").addObject(), r));
    texts("wrapped_by", latest.wrappedBy());
    texts("hops", latest.hops());
    texts("related_hosts", latest.relatedHosts());
    texts("not_known", latest.gaps());
    unmapped.put("new_sightings", alert.sightings());
    unmapped.put("launches", c.launches());
    unmapped
        .putObject("source")
        .put("name", latest.source())
        .put("rendering", latest.rendering())
        .put("position", Printable.brief(latest.position(), TEXT_AT_MOST));
  }

  private static void forward(ObjectNode node, RemoteForward forward) {
    node.put("bind_address", text(forward.bindAddress()));
    node.put("bind_port", forward.bindPort());
    node.put("target_host", text(forward.targetHost()));
    node.put("target_port", forward.targetPort());
    node.put("dynamic", forward.dynamic());
    if (forward.listenPath() != null || forward.connectPath() != null) {
      ObjectNode unix = node.putObject("unix");
      unix.put("listen_path", text(forward.listenPath()));
      unix.put("connect_path", text(forward.connectPath()));
    } else {
      node.putNull("unix");
    }
  }

  private static void destination(ObjectNode node, Case c) {
    node.put("user", text(c.latest().login()));
    node.put("host", text(c.key().server()));
    node.put("port", c.key().serverPort());
  }

  private static void severity(ObjectNode node, Case c) {
    node.put("score", c.worst().score());
    node.put("level", c.worst().level().label());
    node.put("adjusted", c.worst().adjusted());
    ArrayNode findings = node.putArray("findings");
    for (Finding finding : c.worst().findings()) {
      findings
          .addObject()
          .put("code", finding.code())
          .put("points", finding.points())
          .put("text", Printable.brief(finding.text(), TEXT_AT_MOST));
    }
  }

  private static void reason(ObjectNode node, Reason reason) {
    node.put("argument", reason.argument());
    node.put("text", text(reason.text()));
    node.put("meaning", Printable.brief(reason.meaning(), TEXT_AT_MOST));
  }

  private void texts(String name, List<String> values) {
    ArrayNode array = unmapped.putArray(name);
    values.forEach(v -> array.add(Printable.brief(v, TEXT_AT_MOST)));
  }

  private static @Nullable String text(@Nullable String raw) {
    return raw == null ? null : Printable.brief(raw, TEXT_AT_MOST);
  }
}
