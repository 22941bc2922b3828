package io.bitten.core.memory;

import io.bitten.core.Versioned;
import io.bitten.core.Written;
import io.bitten.core.relay.Lease;
import io.bitten.core.relay.Leases;
import java.util.Optional;

/** The relays' leases, in memory. */
public final class MemoryLeases implements Leases {
  private final Shelf<String, Lease> leases = new Shelf<>();

  @Override
  public Optional<Versioned<Lease>> find(String group) {
    return leases.find(group);
  }

  @Override
  public Written save(Versioned<Lease> lease) {
    return leases.save(lease.value().group(), lease);
  }
}
