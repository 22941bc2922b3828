package io.bitten.local.sim;

import io.bitten.core.Versioned;
import io.bitten.core.Written;
import io.bitten.core.relay.Lease;
import io.bitten.core.relay.Leases;
import java.util.Optional;

/**
 * The leases' table as one relay's process sees it. Its threads take turns at it, so none of the
 * others works while one waits here.
 */
final class SimLeases implements Leases {
  private final Leases stored;
  private final SimProcess process;

  SimLeases(Leases stored, SimProcess process) {
    this.stored = stored;
    this.process = process;
  }

  @Override
  public Optional<Versioned<Lease>> find(String group) {
    process.holdOthers();
    try {
      process.before("Leases.find");
      Optional<Versioned<Lease>> found = stored.find(group);
      process.after("Leases.find");
      return found;
    } finally {
      process.letOthersGo();
    }
  }

  @Override
  public Written save(Versioned<Lease> lease) {
    process.holdOthers();
    try {
      process.before("Leases.save");
      Written written = stored.save(lease);
      process.after("Leases.save");
      return written;
    } finally {
      process.letOthersGo();
    }
  }
}
