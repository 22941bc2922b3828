package io.bitten.local.sim;

import io.bitten.core.Versioned;
import io.bitten.core.Written;
import io.bitten.core.memory.MemoryLeases;
import io.bitten.core.relay.Lease;
import io.bitten.core.relay.Leases;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The stored leases, and when each changed hands. */
final class LeaseLog implements Leases {
  /** A lease that was taken. */
  record Taken(Lease lease, long at) {}

  private final Timeline time;
  private final Story story;
  private final MemoryLeases stored = new MemoryLeases();
  private final List<Taken> taken = new ArrayList<>();

  LeaseLog(Timeline time, Story story) {
    this.time = time;
    this.story = story;
  }

  @Override
  public Optional<Versioned<Lease>> find(String group) {
    return stored.find(group);
  }

  @Override
  public Written save(Versioned<Lease> lease) {
    Written written = stored.save(lease);
    if (written == Written.STORED) {
      keep(lease.value());
    }
    return written;
  }

  private void keep(Lease lease) {
    boolean renewed = !taken.isEmpty() && taken.getLast().lease().epoch() == lease.epoch();
    if (!renewed) {
      taken.add(new Taken(lease, time.now()));
      story.tell(lease.holder(), "takes the lease under epoch " + lease.epoch());
    }
  }

  /** Who held it at that moment. */
  Optional<Lease> at(long ms) {
    return taken.stream().filter(one -> one.at() <= ms).map(Taken::lease).reduce((a, b) -> b);
  }
}
