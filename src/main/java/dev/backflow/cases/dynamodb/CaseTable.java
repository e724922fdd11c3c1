package dev.backflow.cases.dynamodb;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/** The table's shape, for engines that no template sets up; the template says the same. */
public final class CaseTable {
  /** The global indexes: each has the keys {@code <name>Pk} and {@code <name>Sk}. */
  public static final List<String> INDEXES = List.of("open", "host", "pending", "attention");

  private CaseTable() {}

  /** Returns a request that creates the table, with its stream. */
  public static CreateTableRequest create(String name) {
    List<AttributeDefinition> attributes = new ArrayList<>();
    attributes.add(string(Keys.PK));
    attributes.add(string(Keys.SK));
    for (String index : INDEXES) {
      attributes.add(string(index + "Pk"));
      attributes.add(string(index + "Sk"));
    }
    return CreateTableRequest.builder()
        .tableName(name)
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .attributeDefinitions(attributes)
        .keySchema(keys(Keys.PK, Keys.SK))
        .globalSecondaryIndexes(INDEXES.stream().map(CaseTable::index).toList())
        .streamSpecification(s -> s.streamEnabled(true).streamViewType(StreamViewType.NEW_IMAGE))
        .build();
  }

  private static GlobalSecondaryIndex index(String name) {
    return GlobalSecondaryIndex.builder()
        .indexName(name)
        .keySchema(keys(name + "Pk", name + "Sk"))
        .projection(p -> p.projectionType(ProjectionType.ALL))
        .build();
  }

  private static List<KeySchemaElement> keys(String partition, String sort) {
    return List.of(
        KeySchemaElement.builder().attributeName(partition).keyType(KeyType.HASH).build(),
        KeySchemaElement.builder().attributeName(sort).keyType(KeyType.RANGE).build());
  }

  private static AttributeDefinition string(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }
}
