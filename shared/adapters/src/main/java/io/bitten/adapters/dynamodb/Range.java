package io.bitten.adapters.dynamodb;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A stretch of one partition in the order of its sort key.
 *
 * @param index empty for the table itself, which is read consistently; an index never is
 */
record Range(
    String index,
    String partitionName,
    String partition,
    String sortName,
    String comparison,
    String bound,
    Order order) {
  enum Order {
    ASCENDING,
    DESCENDING
  }

  /** Everything after {@code bound}; an empty bound is before everything. */
  static Range after(String pk, String bound) {
    return new Range("", Item.PK, pk, Item.SK, ">", bound, Order.ASCENDING);
  }

  /** Everything from {@code bound} on. */
  static Range from(String pk, String bound) {
    return new Range("", Item.PK, pk, Item.SK, ">=", bound, Order.ASCENDING);
  }

  /** Everything down to {@code bound}, last first. */
  static Range downTo(String pk, String bound) {
    return new Range("", Item.PK, pk, Item.SK, ">=", bound, Order.DESCENDING);
  }

  /** Everything before {@code bound}, last first; an empty bound is after everything. */
  static Range before(String pk, String bound) {
    return new Range("", Item.PK, pk, Item.SK, "<", bound, Order.DESCENDING);
  }

  /** A whole partition of an index. */
  static Range ofIndex(String index, String partitionName, String partition) {
    return new Range(index, partitionName, partition, "", ">", "", Order.ASCENDING);
  }

  String expression() {
    return bound.isEmpty() ? "#p = :p" : "#p = :p AND #s " + comparison + " :s";
  }

  Map<String, String> names() {
    return bound.isEmpty()
        ? Map.of("#p", partitionName)
        : Map.of("#p", partitionName, "#s", sortName);
  }

  Map<String, AttributeValue> values() {
    AttributeValue partitionValue = AttributeValue.fromS(partition);
    return bound.isEmpty()
        ? Map.of(":p", partitionValue)
        : Map.of(":p", partitionValue, ":s", AttributeValue.fromS(bound));
  }
}
