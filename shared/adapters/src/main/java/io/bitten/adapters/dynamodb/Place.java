package io.bitten.adapters.dynamodb;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Where one item lies: a table and the item's key in it. */
record Place(String table, Map<String, AttributeValue> key) {
  Place {
    key = Map.copyOf(key);
  }
}
