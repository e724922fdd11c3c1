package dev.backflow.cases.dynamodb;

import dev.backflow.cases.Case;
import dev.backflow.export.TransientException;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Lists of cases, from the table's indexes: eventually consistent, for reading only. */
public final class DynamoCases {
  private final DynamoDbClient client;
  private final String table;
  private final Rows rows = new Rows();

  /** Creates the view on a table. */
  public DynamoCases(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /** Returns a tenant's open cases, those that changed last first, at most {@code limit}. */
  public List<Case> open(String tenant, int limit) {
    try {
      return client
          .query(
              q ->
                  q.tableName(table)
                      .indexName("open")
                      .limit(limit)
                      .scanIndexForward(false)
                      .keyConditionExpression("openPk = :pk")
                      .expressionAttributeValues(
                          Map.of(":pk", Keys.text(Rows.openPartition(tenant)))))
          .items()
          .stream()
          .map(rows::toCase)
          .toList();
    } catch (SdkException e) {
      throw new TransientException(
          "table " + table + ": open cases cannot be listed: " + e.getMessage(), e);
    }
  }
}
