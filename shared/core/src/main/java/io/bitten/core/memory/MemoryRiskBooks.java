package io.bitten.core.memory;

import io.bitten.core.Versioned;
import io.bitten.core.Written;
import io.bitten.core.account.UserId;
import io.bitten.core.risk.RiskBook;
import io.bitten.core.risk.RiskBooks;
import java.util.Optional;

/**
 * The books. {@link MemoryOrders} takes this object's lock to store an order and its book at once.
 */
public final class MemoryRiskBooks implements RiskBooks {
  private final Shelf<String, RiskBook> shelf = new Shelf<>();

  @Override
  public synchronized Optional<Versioned<RiskBook>> find(UserId user) {
    return shelf.find(user.value());
  }

  @Override
  public synchronized Written save(Versioned<RiskBook> book) {
    return shelf.save(book.value().user().value(), book);
  }
}
