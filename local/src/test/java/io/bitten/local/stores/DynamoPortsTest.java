package io.bitten.local.stores;

import org.junit.jupiter.api.Order;

/** The ports' contracts on the embedded DynamoDB Local. */
@Order(4)
final class DynamoPortsTest extends DynamoPorts {
  @Override
  Ground ground() {
    return new Embedded();
  }
}
