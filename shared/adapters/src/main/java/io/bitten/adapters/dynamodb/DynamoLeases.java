package io.bitten.adapters.dynamodb;

import io.bitten.core.Versioned;
import io.bitten.core.Written;
import io.bitten.core.relay.Lease;
import io.bitten.core.relay.Leases;
import java.util.Optional;

/** The relays' leases, one item a group. */
public final class DynamoLeases implements Leases {
  private static final String LEASE = "lease";

  private final Documents<Lease> documents;

  DynamoLeases(Table orders) {
    this.documents = new Documents<>(orders, Lease.class);
  }

  @Override
  public Optional<Versioned<Lease>> find(String group) {
    return documents.find(partition(group), LEASE);
  }

  @Override
  public Written save(Versioned<Lease> lease) {
    return documents.save(Item.at(partition(lease.value().group()), LEASE), lease);
  }

  private static String partition(String group) {
    return "lease#" + group;
  }
}
