package io.bitten.core.memory;

import io.bitten.core.Versioned;
import io.bitten.core.Written;
import io.bitten.core.account.AccountId;
import io.bitten.core.account.Ticket;
import io.bitten.core.order.Orphan;
import io.bitten.core.order.Orphans;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Orphans in memory. */
public final class MemoryOrphans implements Orphans {
  private static final Comparator<Versioned<Orphan>> HIGHEST_FIRST =
      Comparator.<Versioned<Orphan>>comparingLong(one -> one.value().fill().ticket().value())
          .reversed();

  private final Shelf<String, Orphan> shelf = new Shelf<>();

  @Override
  public Optional<Versioned<Orphan>> find(AccountId account, Ticket ticket) {
    return shelf.find(Orphan.idOf(account, ticket).value());
  }

  @Override
  public Written save(Versioned<Orphan> orphan) {
    return shelf.save(orphan.value().id().value(), orphan);
  }

  @Override
  public List<Versioned<Orphan>> of(AccountId account, int limit) {
    return shelf.all().stream()
        .filter(one -> one.value().account().equals(account))
        .sorted(HIGHEST_FIRST)
        .limit(limit)
        .toList();
  }
}
