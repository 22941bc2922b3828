package io.bitten.local.stores;

/** The same contracts on another engine than the one that is embedded. */
@OnLocalStack
final class DynamoPortsOnLocalStackTest extends DynamoPorts {
  @Override
  Ground ground() {
    return AtEndpoint.ofEnvironment();
  }
}
