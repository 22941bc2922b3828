package io.bitten.local.stores;

/** The same queues on another engine than the one that is embedded. */
@OnLocalStack
final class SqsPortsOnLocalStackTest extends SqsPorts {
  @Override
  Ground ground() {
    return AtEndpoint.ofEnvironment();
  }
}
