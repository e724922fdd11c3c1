package dev.backflow.cases.dynamodb;

import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Everything in a table, by key, for comparing two of them. */
public final class TableDump {
  private TableDump() {}

  public static Map<String, Map<String, AttributeValue>> of(DynamoDbClient client, String table) {
    Map<String, Map<String, AttributeValue>> rows = new TreeMap<>();
    client
        .scanPaginator(s -> s.tableName(table).consistentRead(true))
        .items()
        .forEach(row -> rows.put(row.get("PK").s() + " / " + row.get("SK").s(), row));
    return rows;
  }
}
