package dev.backflow.cases.dynamodb;

import dev.backflow.cases.Alert;
import dev.backflow.cases.Case;
import dev.backflow.cases.CaseFold;
import dev.backflow.cases.Sighting;
import dev.backflow.telemetry.Fingerprint;
import dev.backflow.triage.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/**
 * One try to write some sightings of a case with all that follows from them: the case (if its
 * version is still the one read), its pending alerts and its scope rows, each if absent.
 */
final class CaseTransaction {
  static final int ACTIONS_AT_MOST = 100;

  private static final String ABSENT = "attribute_not_exists(PK)";
  private static final String FAILED = "ConditionalCheckFailed";

  private final String table;
  private final Rows rows;
  private final List<Sighting> sightings;
  private final List<String> names = new ArrayList<>();
  private final List<TransactWriteItem> actions = new ArrayList<>();
  private final String token;

  /**
   * Composes the try.
   *
   * @param present names of rows that an earlier try found present
   */
  CaseTransaction(
      String table,
      Rows rows,
      @Nullable Case before,
      CaseFold.Step step,
      List<Sighting> sightings,
      Set<String> present) {
    this.table = table;
    this.rows = rows;
    this.sightings = sightings;
    sightings.forEach(s -> add("sighting " + s.id(), rows.of(s), ABSENT, Map.of()));
    addCase(before, step.next());
    addIfNotPresent(alerts(step), present);
    addIfNotPresent(scopes(before), present);
    this.token = token(before, sightings);
  }

  int size() {
    return actions.size();
  }

  /**
   * The request, its token made of the sightings and the version read: the same try sent twice
   * counts once, and a try on another version of the case is another request. (A token of the
   * sightings alone would make DynamoDB refuse the second as a mismatch.)
   */
  TransactWriteItemsRequest request() {
    return TransactWriteItemsRequest.builder()
        .transactItems(actions)
        .clientRequestToken(token)
        .build();
  }

  /** Returns the sightings that a cancelled try did not find present. */
  List<Sighting> absent(List<CancellationReason> reasons) {
    List<Sighting> out = new ArrayList<>();
    for (int i = 0; i < sightings.size(); i++) {
      if (!failed(reasons, i)) {
        out.add(sightings.get(i));
      }
    }
    return out;
  }

  /** Returns the names of alert and scope rows that a cancelled try found present. */
  List<String> present(List<CancellationReason> reasons) {
    List<String> out = new ArrayList<>();
    for (int i = sightings.size() + 1; i < actions.size(); i++) {
      if (failed(reasons, i)) {
        out.add(names.get(i));
      }
    }
    return out;
  }

  private static boolean failed(List<CancellationReason> reasons, int index) {
    return index < reasons.size() && FAILED.equals(reasons.get(index).code());
  }

  private void addCase(@Nullable Case before, Case next) {
    if (before == null) {
      add("case", rows.of(next), ABSENT, Map.of());
    } else {
      AttributeValue version = AttributeValue.fromN(Long.toString(before.version()));
      add("case", rows.of(next), "version = :read", Map.of(":read", version));
    }
  }

  private Map<String, Map<String, AttributeValue>> alerts(CaseFold.Step step) {
    Map<String, Map<String, AttributeValue>> out = new LinkedHashMap<>();
    for (Alert alert : step.alerts()) {
      out.put("alert " + alert.id(), rows.of(alert));
    }
    return out;
  }

  /** Leaves out the scope rows that the case's last sighting has written: most repeat it. */
  private Map<String, Map<String, AttributeValue>> scopes(@Nullable Case before) {
    List<Scope> written = before == null ? List.of() : before.latest().scopes();
    Map<String, Map<String, AttributeValue>> out = new LinkedHashMap<>();
    for (Sighting sighting : sightings) {
      for (Scope scope : sighting.scopes()) {
        if (written.contains(scope)) {
          continue;
        }
        out.putIfAbsent("scope " + scope, Rows.of(scope, sighting));
      }
    }
    return out;
  }

  private void addIfNotPresent(
      Map<String, Map<String, AttributeValue>> byName, Set<String> present) {
    byName.forEach(
        (name, row) -> {
          if (!present.contains(name)) {
            add(name, row, ABSENT, Map.of());
          }
        });
  }

  private void add(
      String name,
      Map<String, AttributeValue> row,
      String condition,
      Map<String, AttributeValue> values) {
    Put.Builder put = Put.builder().tableName(table).item(row).conditionExpression(condition);
    if (!values.isEmpty()) {
      put.expressionAttributeValues(new HashMap<>(values));
    }
    names.add(name);
    actions.add(TransactWriteItem.builder().put(put.build()).build());
  }

  private static String token(@Nullable Case before, List<Sighting> sightings) {
    List<String> fields = new ArrayList<>();
    fields.add(before == null ? "0" : Long.toString(before.version()));
    sightings.forEach(s -> fields.add(s.id()));
    return Fingerprint.of(fields.toArray(String[]::new));
  }
}
