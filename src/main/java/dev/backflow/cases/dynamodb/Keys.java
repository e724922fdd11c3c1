package dev.backflow.cases.dynamodb;

import dev.backflow.telemetry.Fingerprint;
import dev.backflow.triage.Scope;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The keys of the table. Parts are joined by {@code #}; a {@code #} or {@code %} inside a part is
 * percent-encoded, so that no tenant or value can reach into another's rows.
 */
final class Keys {
  static final String PK = "PK";
  static final String SK = "SK";

  /** DynamoDB's limit on a partition key is 2,048 bytes and on a sort key 1,024. */
  private static final int PART_AT_MOST = 400;

  private Keys() {}

  static Map<String, AttributeValue> caseRow(String tenant, String caseId) {
    return key(casePartition(tenant, caseId), "CASE");
  }

  static Map<String, AttributeValue> sighting(String tenant, String caseId, String sightingId) {
    return key(casePartition(tenant, caseId), "SIGHTING#" + sightingId);
  }

  static Map<String, AttributeValue> alert(String tenant, String caseId, String alertId) {
    return key(casePartition(tenant, caseId), "ALERT#" + alertId);
  }

  static Map<String, AttributeValue> scopeHost(String tenant, Scope scope, String hostId) {
    return key(scopePartition(tenant, scope), "HOST#" + part(hostId));
  }

  static String scopePartition(String tenant, Scope scope) {
    return "SCOPE#" + part(tenant) + "#" + scope.kind().label() + "#" + part(scope.value());
  }

  static String casePartition(String tenant, String caseId) {
    return "CASE#" + part(tenant) + "#" + caseId;
  }

  static String part(String value) {
    String escaped = value.replace("%", "%25").replace("#", "%23");
    return escaped.length() <= PART_AT_MOST
        ? escaped
        : escaped.substring(0, PART_AT_MOST - 33) + "~" + Fingerprint.of(escaped);
  }

  static Map<String, AttributeValue> key(String pk, String sk) {
    return Map.of(PK, text(pk), SK, text(sk));
  }

  static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }
}
