package io.bitten.core.relay;

import io.bitten.core.Versioned;
import io.bitten.core.Written;
import java.util.Optional;

/**
 * The leases of the relays' groups. They never expire by themselves: a change is always written.
 */
public interface Leases {
  /** The group's lease; empty when there never was one. Every renewal raises its version. */
  Optional<Versioned<Lease>> find(String group);

  /** Stores the lease when the stored version is the one read; 0 for the first. */
  Written save(Versioned<Lease> lease);
}
