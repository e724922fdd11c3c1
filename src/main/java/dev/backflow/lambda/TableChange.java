package dev.backflow.lambda;

/**
 * One change of a row as the table's stream delivers it.
 *
 * @param kind {@code INSERT}, {@code MODIFY} or {@code REMOVE}
 * @param partitionKey the row's {@code PK}
 * @param sortKey the row's {@code SK}
 * @param sequenceNumber what a failure is reported by
 */
record TableChange(String kind, String partitionKey, String sortKey, String sequenceNumber) {}
