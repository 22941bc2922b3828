package io.bitten.core.memory;

import io.bitten.core.Page;
import io.bitten.core.Versioned;
import io.bitten.core.Written;
import io.bitten.core.account.Trader;
import io.bitten.core.account.Traders;
import io.bitten.core.account.UserId;
import java.util.Optional;

/** The people, in the order of their ids. */
public final class MemoryTraders implements Traders {
  private final Shelf<String, Trader> shelf = new Shelf<>();

  @Override
  public Optional<Versioned<Trader>> find(UserId id) {
    return shelf.find(id.value());
  }

  @Override
  public Written save(Versioned<Trader> trader) {
    return shelf.save(trader.value().id().value(), trader);
  }

  @Override
  public Page<Trader> page(String after, int limit) {
    return Pages.cut(
        shelf.all().stream().map(Versioned::value).toList(),
        trader -> trader.id().value(),
        after,
        limit);
  }
}
