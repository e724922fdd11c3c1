package dev.backflow.alerts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.backflow.cases.Alert;
import dev.backflow.cases.Case;
import dev.backflow.cases.Sighting;
import dev.backflow.triage.Level;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An alert as an OCSF Detection Finding, class 2004 of schema 1.6.0. One finding is one case: its
 * uid is the case id, {@code metadata.uid} the alert's, and of two messages of one finding the one
 * with the higher {@code metadata.sequence} is the later.
 */
final class OcsfFinding {
  private static final int TEXT_AT_MOST = 2_000;
  private static final int LIST_TEXT_AT_MOST = 400;
  private static final String PRODUCT = "Backflow";

  private final JsonMapper mapper = new JsonMapper();

  String json(Alert alert) {
    ObjectNode root = mapper.createObjectNode();
    Case c = alert.snapshot();
    classification(root, alert);
    times(root, alert);
    root.put("message", Printable.brief(Headline.title(c), TEXT_AT_MOST));
    root.put("risk_score", c.worst().score());
    root.put("confidence_id", c.latest().renamed() ? 2 : 3);
    root.put("is_alert", true);
    metadata(root.putObject("metadata"), alert);
    findingInfo(root.putObject("finding_info"), alert);
    device(root.putObject("device"), c);
    evidence(root.putArray("evidences").addObject(), c);
    ObjectNode remediation = root.putObject("remediation");
    remediation.put("desc", Printable.brief(String.join(" ", NextSteps.of(c)), TEXT_AT_MOST));
    new OcsfUnmapped(root.putObject("unmapped"), alert).fill();
    try {
      return mapper.writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("alert " + alert.id() + " is not JSON", e);
    }
  }

  private static void classification(ObjectNode root, Alert alert) {
    Level level = alert.snapshot().worst().level();
    int activity =
        switch (alert.activity()) {
          case CREATE -> 1;
          case UPDATE -> 2;
          case CLOSE -> 3;
        };
    root.put("category_uid", 2).put("category_name", "Findings");
    root.put("class_uid", 2004).put("class_name", "Detection Finding");
    root.put("activity_id", activity).put("activity_name", title(alert.activity().name()));
    root.put("type_uid", 200400 + activity);
    root.put("severity_id", severityId(level)).put("severity", title(level.label()));
    int status = activity == 3 ? 4 : activity;
    root.put("status_id", status);
    root.put("status", status == 1 ? "New" : status == 2 ? "In Progress" : "Resolved");
  }

  private static int severityId(Level level) {
    return switch (level) {
      case LOW -> 2;
      case MEDIUM -> 3;
      case HIGH -> 4;
      case CRITICAL -> 5;
    };
  }

  private static void times(ObjectNode root, Alert alert) {
    Case c = alert.snapshot();
    root.put("time", alert.time().toEpochMilli());
    root.put("start_time", c.firstSeen().toEpochMilli());
    root.put("end_time", c.lastSeen().toEpochMilli());
    root.put("count", c.sightings());
  }

  private static void metadata(ObjectNode metadata, Alert alert) {
    Case c = alert.snapshot();
    metadata.put("version", "1.6.0");
    metadata.put("uid", alert.id());
    metadata.put("correlation_uid", c.id());
    metadata.put("sequence", c.version());
    metadata.put("tenant_uid", c.key().tenant());
    metadata.putArray("profiles").add("host");
    metadata
        .putObject("product")
        .put("name", PRODUCT)
        .put("vendor_name", PRODUCT)
        .put("version", c.latest().detectionVersion());
  }

  private static void findingInfo(ObjectNode info, Alert alert) {
    Case c = alert.snapshot();
    info.put("uid", c.id());
    info.put("title", Printable.brief(Headline.title(c), LIST_TEXT_AT_MOST));
    info.put("desc", Printable.brief(alert.cause(), LIST_TEXT_AT_MOST));
    info.put("created_time", c.firstSeen().toEpochMilli());
    info.put("first_seen_time", c.firstSeen().toEpochMilli());
    info.put("last_seen_time", c.lastSeen().toEpochMilli());
    info.putObject("analytic")
        .put("type_id", 1)
        .put("type", "Rule")
        .put("uid", "reverse-ssh-forward")
        .put("name", "Reverse SSH port forward")
        .put("version", c.latest().detectionVersion());
    ArrayNode attacks = info.putArray("attacks");
    technique(attacks.addObject(), "T1572", "Protocol Tunneling");
    subTechnique(attacks.addObject(), "T1090", "Proxy", "T1090.002", "External Proxy");
    subTechnique(attacks.addObject(), "T1021", "Remote Services", "T1021.004", "SSH");
  }

  private static void technique(ObjectNode attack, String uid, String name) {
    attack.putObject("technique").put("uid", uid).put("name", name);
  }

  private static void subTechnique(
      ObjectNode attack, String uid, String name, String subUid, String subName) {
    technique(attack, uid, name);
    attack.putObject("sub_technique").put("uid", subUid).put("name", subName);
  }

  private static void device(ObjectNode device, Case c) {
    device.put("uid", c.key().hostId());
    device.put("hostname", Printable.brief(c.latest().hostName(), LIST_TEXT_AT_MOST));
    device.put("type_id", 0).put("type", "Unknown");
    device.putObject("os").put("type_id", 100).put("type", "Windows").put("name", "Windows");
  }

  private static void evidence(ObjectNode evidence, Case c) {
    Sighting latest = c.latest();
    ObjectNode process = evidence.putObject("process");
    process.put("name", fileName(latest.image(), latest.program()));
    process.put("cmd_line", Printable.brief(latest.commandLine(), TEXT_AT_MOST));
    ObjectNode file = process.putObject("file");
    file.put("name", fileName(latest.image(), latest.program())).put("type_id", 1);
    if (latest.image() != null) {
      file.put("path", Printable.brief(latest.image(), LIST_TEXT_AT_MOST));
    }
    if (latest.sha256() != null) {
      ObjectNode hash = file.putArray("hashes").addObject();
      hash.put("algorithm_id", 3).put("algorithm", "SHA-256").put("value", latest.sha256());
    }
    process.putObject("user").put("name", Printable.brief(latest.account(), LIST_TEXT_AT_MOST));
    if (!latest.lineage().isEmpty()) {
      String parent = latest.lineage().get(0);
      process.putObject("parent_process").put("cmd_line", Printable.brief(parent, TEXT_AT_MOST));
    }
    evidence
        .putObject("dst_endpoint")
        .put("hostname", Printable.brief(c.key().server(), LIST_TEXT_AT_MOST))
        .put("port", c.key().serverPort());
  }

  private static String fileName(@Nullable String image, String program) {
    if (image == null) {
      return program;
    }
    int slash = Math.max(image.lastIndexOf('\\'), image.lastIndexOf('/'));
    return Printable.brief(image.substring(slash + 1), LIST_TEXT_AT_MOST);
  }

  private static String title(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
  }
}
