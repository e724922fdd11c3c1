package dev.backflow.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.backflow.commandline.Destination;
import dev.backflow.commandline.Program;
import dev.backflow.detection.CommandLineDecider;
import dev.backflow.detection.Decision;
import dev.backflow.detection.Explanation;
import dev.backflow.detection.Reason;
import dev.backflow.detection.Subject;
import dev.backflow.detection.Verdict;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decisions as JSON objects, in ASCII whatever the terminal's character set. */
final class DecisionJson {
  private final ObjectMapper mapper =
      new JsonMapper(JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build());

  private final CommandLineDecider decider;

  DecisionJson(CommandLineDecider decider) {
    this.decider = decider;
  }

  /** Returns the object of the gravest of a line's decisions, without an id. */
  ObjectNode of(Subject subject, List<Explanation> explanations) {
    Explanation gravest =
        Collections.min(explanations, Comparator.comparing(e -> e.decision().verdict()));
    ObjectNode object = of(subject, gravest.decision());
    ArrayNode rules = object.putArray("public_rules");
    gravest.publicRules().forEach(rules::add);
    return object;
  }

  private ObjectNode of(Subject subject, Decision decision) {
    ObjectNode object = mapper.createObjectNode();
    object.put("program", decision.program() == null ? null : decision.program().id());
    object.put("verdict", decision.verdict().name());
    object.put("reverse", decision.verdict() == Verdict.FORWARD);
    ForwardJson.write(object.putArray("forwards"), decision.forwards());
    object.set("destination", destination(subject, decision));
    object.set("reasons", reasons(decision.reasons()));
    ForwardJson.write(object.putArray("attempted"), decision.attempted());
    object.set("named_server", server(decision.apparent()));
    ArrayNode wrappedBy = object.putArray("wrapped_by");
    decision.wrappedBy().forEach(wrappedBy::add);
    object.put("kind", decision.kind().name());
    object.put(
        "identification",
        decision.identification() == null ? null : decision.identification().name());
    object.put("command_line", decision.commandLine());
    return object;
  }

  ObjectNode object() {
    return mapper.createObjectNode();
  }

  ObjectMapper mapper() {
    return mapper;
  }

  private @Nullable ObjectNode destination(Subject subject, Decision decision) {
    if (decision.program() == null) {
      return server(decider.serverIfSsh(subject));
    }
    ObjectNode server = server(decision.destination());
    boolean handedOver =
        decision.program() == Program.PLINK && decision.facts().proxyCommand() != null;
    if (server != null && handedOver) {
      server.putNull("host").putNull("port");
    }
    return server;
  }

  private @Nullable ObjectNode server(@Nullable Destination server) {
    if (server == null) {
      return null;
    }
    return mapper
        .createObjectNode()
        .put("user", server.user())
        .put("host", server.host())
        .put("port", server.port());
  }

  private ArrayNode reasons(List<Reason> reasons) {
    ArrayNode array = mapper.createArrayNode();
    for (Reason reason : reasons) {
      array
          .addObject()
          .put("argument", reason.argument())
          .put("text", reason.text())
          .put("meaning", reason.meaning());
    }
    return array;
  }
}
