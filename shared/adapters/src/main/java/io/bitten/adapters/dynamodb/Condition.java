package io.bitten.adapters.dynamodb;

import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What must hold of the stored item for a write to happen. Every name and value is a placeholder.
 */
record Condition(String expression, Map<String, String> names, Map<String, AttributeValue> values) {
  private static final String ABSENT = "attribute_not_exists(#pk)";

  /** There is no such item yet. */
  static Condition absent() {
    return new Condition(ABSENT, Map.of("#pk", Item.PK), Map.of());
  }

  static Condition equal(String name, AttributeValue value) {
    return new Condition("#a = :a", Map.of("#a", name), Map.of(":a", value));
  }

  /** This condition and another attribute's value. */
  Condition and(String name, AttributeValue value) {
    Map<String, String> moreNames = new HashMap<>(names);
    Map<String, AttributeValue> moreValues = new HashMap<>(values);
    moreNames.put("#b", name);
    moreValues.put(":b", value);
    return new Condition("(" + expression + ") AND #b = :b", moreNames, moreValues);
  }

  /** The stored version is the one a value was read at; version 0 is not stored yet. */
  static Condition version(long read) {
    return read == 0 ? absent() : equal(Item.VERSION, AttributeValue.fromN(Long.toString(read)));
  }

  static Condition absentOrEqual(String name, AttributeValue value) {
    return absentOr("=", name, value);
  }

  static Condition absentOrBelow(String name, AttributeValue value) {
    return absentOr("<", name, value);
  }

  static Condition absentOrAtMost(String name, AttributeValue value) {
    return absentOr("<=", name, value);
  }

  private static Condition absentOr(String comparison, String name, AttributeValue value) {
    return new Condition(
        ABSENT + " OR #a " + comparison + " :a",
        Map.of("#pk", Item.PK, "#a", name),
        Map.of(":a", value));
  }
}
