package io.bitten.local.sim;

import io.bitten.core.Versioned;
import io.bitten.core.Written;
import io.bitten.core.account.AccountId;
import io.bitten.core.account.Ticket;
import io.bitten.core.order.Orphan;
import io.bitten.core.order.Orphans;
import java.util.List;
import java.util.Optional;

/** The orphans as one relay's process sees them. */
final class SimOrphans implements Orphans {
  private final Orphans stored;
  private final Caller caller;

  SimOrphans(Orphans stored, Caller caller) {
    this.stored = stored;
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
    throw new UnsupportedOperationException("a relay only reads orphans");
  }

  @Override
  public List<Versioned<Orphan>> of(AccountId account, int limit) {
    caller.before("Orphans.of");
    List<Versioned<Orphan>> found = stored.of(account, limit);
    caller.after("Orphans.of");
    return found;
  }
}
