package dev.backflow.cases.dynamodb;

import dev.backflow.cases.Alert;
import dev.backflow.cases.PendingAlerts;
import dev.backflow.export.TransientException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Pending alerts as rows of the case table: a row leaves the sparse index when it is published, and
 * stays as a record of what was sent.
 */
public final class DynamoPendingAlerts implements PendingAlerts {
  private final DynamoDbClient client;
  private final String table;
  private final Rows rows = new Rows();

  /** Creates the view on a table. */
  public DynamoPendingAlerts(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /** Returns the alert in a new row that the table's stream tells of, if it is one. */
  public Optional<Alert> inserted(Map<String, AttributeValue> newImage) {
    AttributeValue sort = newImage.get(Keys.SK);
    boolean alert = sort != null && sort.s() != null && sort.s().startsWith("ALERT#");
    return alert && newImage.containsKey(Rows.PENDING_PK)
        ? Optional.of(rows.toAlert(newImage))
        : Optional.empty();
  }

  /** Returns the oldest alerts still pending, at most {@code limit}; eventually consistent. */
  public List<Alert> pending(String tenant, int limit) {
    try {
      return client
          .query(
              q ->
                  q.tableName(table)
                      .indexName("pending")
                      .limit(limit)
                      .keyConditionExpression("pendingPk = :pk")
                      .expressionAttributeValues(
                          Map.of(":pk", Keys.text(Rows.pendingPartition(tenant)))))
          .items()
          .stream()
          .map(rows::toAlert)
          .toList();
    } catch (SdkException e) {
      throw failure(e);
    }
  }

  @Override
  public void published(Alert alert, Instant at) {
    String tenant = alert.snapshot().key().tenant();
    try {
      client.updateItem(
          u ->
              u.tableName(table)
                  .key(Keys.alert(tenant, alert.snapshot().id(), alert.id()))
                  .updateExpression(
                      "SET publishedAt = if_not_exists(publishedAt, :at)"
                          + " REMOVE pendingPk, pendingSk")
                  .conditionExpression("attribute_exists(PK)")
                  .expressionAttributeValues(Map.of(":at", Keys.text(at.toString()))));
    } catch (ConditionalCheckFailedException e) {
      // The row has expired or was removed by hand: there is nothing left to mark.
      return;
    } catch (SdkException e) {
      throw failure(e);
    }
  }

  private TransientException failure(SdkException e) {
    return new TransientException(
        "table " + table + ": pending alerts cannot be reached: " + e.getMessage(), e);
  }
}
