package io.bitten.local.stores;

/** The queues on the embedded ElasticMQ. */
final class SqsPortsTest extends SqsPorts {
  @Override
  Ground ground() {
    return new Embedded();
  }
}
