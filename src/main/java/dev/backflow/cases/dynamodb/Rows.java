package dev.backflow.cases.dynamodb;

import static dev.backflow.cases.dynamodb.Keys.part;
import static dev.backflow.cases.dynamodb.Keys.text;

import dev.backflow.cases.Alert;
import dev.backflow.cases.Case;
import dev.backflow.cases.CaseJson;
import dev.backflow.cases.Sighting;
import dev.backflow.triage.Scope;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Rows of the table. Each carries its content as one JSON document in {@code doc}; beside it stand
 * the attributes that keys, indexes and a person at the console need.
 */
final class Rows {
  static final String DOC = "doc";
  static final String VERSION = "version";
  static final String PENDING_PK = "pendingPk";
  static final String PENDING_SK = "pendingSk";

  private final CaseJson json = new CaseJson();

  Map<String, AttributeValue> of(Case c) {
    String tenant = c.key().tenant();
    Map<String, AttributeValue> row = new HashMap<>(Keys.caseRow(tenant, c.id()));
    row.put(DOC, text(json.write(c)));
    row.put(VERSION, number(c.version()));
    row.put("status", text(c.status().name()));
    row.put("severity", text(c.worst().level().label()));
    row.put("score", number(c.worst().score()));
    row.put("sightings", number(c.sightings()));
    row.put("launches", number(c.launches()));
    row.put("firstSeen", text(c.firstSeen().toString()));
    row.put("lastSeen", text(c.lastSeen().toString()));
    String changed = c.lastSeen() + "#" + c.id();
    row.put("hostPk", text("HOST#" + part(tenant) + "#" + part(c.key().hostId())));
    row.put("hostSk", text(changed));
    if (c.status() == Case.Status.OPEN) {
      row.put("openPk", text(openPartition(tenant)));
      row.put("openSk", text(changed));
    }
    return row;
  }

  Map<String, AttributeValue> of(Sighting sighting) {
    Map<String, AttributeValue> row =
        new HashMap<>(
            Keys.sighting(sighting.key().tenant(), sighting.key().caseId(), sighting.id()));
    row.put(DOC, text(json.write(sighting)));
    row.put("time", text(sighting.time().toString()));
    return row;
  }

  Map<String, AttributeValue> of(Alert alert) {
    String tenant = alert.snapshot().key().tenant();
    Map<String, AttributeValue> row =
        new HashMap<>(Keys.alert(tenant, alert.snapshot().id(), alert.id()));
    row.put(DOC, text(json.write(alert)));
    row.put("time", text(alert.time().toString()));
    row.put(PENDING_PK, text(pendingPartition(tenant)));
    row.put(PENDING_SK, text(alert.time() + "#" + alert.id()));
    return row;
  }

  static Map<String, AttributeValue> of(Scope scope, Sighting sighting) {
    Map<String, AttributeValue> row =
        new HashMap<>(Keys.scopeHost(sighting.key().tenant(), scope, sighting.key().hostId()));
    row.put("hostId", text(sighting.key().hostId()));
    row.put("firstSeen", text(sighting.time().toString()));
    return row;
  }

  Case toCase(Map<String, AttributeValue> row) {
    return json.read(string(row, DOC), Case.class);
  }

  Alert toAlert(Map<String, AttributeValue> row) {
    return json.read(string(row, DOC), Alert.class);
  }

  /**
   * Returns a text attribute.
   *
   * @throws IllegalStateException naming the row when it has none: a foreign or damaged row
   */
  static String string(Map<String, AttributeValue> row, String name) {
    AttributeValue value = row.get(name);
    if (value == null || value.s() == null) {
      throw new IllegalStateException(
          "row " + row.get(Keys.PK) + " / " + row.get(Keys.SK) + " has no text attribute " + name);
    }
    return value.s();
  }

  static String openPartition(String tenant) {
    return "OPEN#" + part(tenant);
  }

  static String pendingPartition(String tenant) {
    return "PENDING#" + part(tenant);
  }

  private static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }
}
