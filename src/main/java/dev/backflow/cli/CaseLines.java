package dev.backflow.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.backflow.cases.Case;
import dev.backflow.cases.Seen;
import dev.backflow.cases.Sighting;
import dev.backflow.triage.Finding;
import java.util.List;
import java.util.Locale;

/** A case as one line of JSON, for {@code scan --format json}. */
final class CaseLines {
  private final JsonMapper mapper = new JsonMapper();
  private final Names names;

  CaseLines(Names names) {
    this.names = names;
  }

  String json(Case c) {
    Sighting latest = c.latest();
    ObjectNode root = mapper.createObjectNode();
    root.put("case_id", c.id());
    root.put("tenant", c.key().tenant());
    root.put("verdict", latest.verdict().name());
    root.put("kind", latest.kind().name().toLowerCase(Locale.ROOT));
    root.put("program", latest.program());
    root.put("renamed", latest.renamed());
    root.put("image", latest.image());
    root.putObject("host").put("id", c.key().hostId()).put("name", names.host(c));
    root.putObject("destination")
        .put("user", latest.login())
        .put("host", c.key().server().isEmpty() ? null : c.key().server())
        .put("port", c.key().serverPort());
    root.put("exposure", c.key().exposure().label());
    ForwardJson.write(root.putArray("forwards"), latest.forwards());
    texts(root, "exposes", latest.exposes());
    root.put("user", names.account(c));
    texts(root, "users", c.users().stream().map(Seen::value).toList());
    severity(root.putObject("severity"), c);
    root.put("first_seen", c.firstSeen().toString());
    root.put("last_seen", c.lastSeen().toString());
    root.put("sightings", c.sightings());
    root.put("launches", c.launches());
    root.put("command_line", latest.commandLine());
    texts(root, "lineage", latest.lineage());
    texts(root, "wrapped_by", latest.wrappedBy());
    texts(root, "related_hosts", latest.relatedHosts());
    texts(root, "not_known", latest.gaps());
    root.put("source", latest.source()).put("position", latest.position());
    try {
      return mapper.writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("case " + c.id() + " is not JSON", e);
    }
  }

  private static void severity(ObjectNode node, Case c) {
    node.put("level", c.worst().level().label());
    node.put("score", c.worst().score());
    node.put("arithmetic", c.worst().arithmetic());
    ArrayNode findings = node.putArray("findings");
    for (Finding finding : c.worst().findings()) {
      findings
          .addObject()
          .put("code", finding.code())
          .put("points", finding.points())
          .put("text", finding.text());
    }
  }

  private static void texts(ObjectNode root, String name, List<String> values) {
    ArrayNode array = root.putArray(name);
    values.forEach(array::add);
  }
}
