package io.bitten.local.sim;

import io.bitten.core.Versioned;
import io.bitten.core.Written;
import io.bitten.core.account.AccountId;
import io.bitten.core.account.Ticket;
import io.bitten.core.memory.MemoryOrphans;
import io.bitten.core.order.Orphan;
import io.bitten.core.order.Orphans;
import java.util.List;
import java.util.Optional;

/** The orphans as the cloud writes them, and what has to hold when it does. */
final class BookedOrphans implements Orphans {
  private final MemoryOrphans stored;
  private final Edges edges;
  private final Caller caller;

  BookedOrphans(MemoryOrphans stored, Edges edges, Caller caller) {
    this.stored = stored;
    this.edges = edges;
    this.caller = caller;
  }

  @Override
  public Optional<Versioned<Orphan>> find(AccountId account, Ticket ticket) {
    caller.before("Orphans.find");
    Optional<Versioned<Orphan>> found = stored.find(account, ticket);
    caller.after("Orphans.find");
    return found;
  }

  @Override
  public Written save(Versioned<Orphan> orphan) {
    caller.before("Orphans.save");
    Written written = stored.save(orphan);
    if (written == Written.STORED) {
      edges.orphan(new Versioned<>(orphan.value(), orphan.version() + 1));
    }
    caller.after("Orphans.save");
    return written;
  }

  @Override
  public List<Versioned<Orphan>> of(AccountId account, int limit) {
    return stored.of(account, limit);
  }
}
