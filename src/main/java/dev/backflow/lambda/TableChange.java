package dev.backflow.lambda;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One change of a row as the table's stream delivers it.
 *
 * @param kind {@code INSERT}, {@code MODIFY} or {@code REMOVE}
 * @param sortKey the row's {@code SK}
 * @param sequenceNumber what a failure is reported by
 * @param newImage the row as the change left it; empty where there is none
 */
record TableChange(
    String kind, String sortKey, String sequenceNumber, Map<String, AttributeValue> newImage) {
  TableChange {
    newImage = Map.copyOf(newImage);
  }
}
