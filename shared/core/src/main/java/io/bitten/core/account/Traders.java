package io.bitten.core.account;

import io.bitten.core.Page;
import io.bitten.core.Versioned;
import io.bitten.core.Written;
import java.util.Optional;

/** The people. */
public interface Traders {
  Optional<Versioned<Trader>> find(UserId id);

  /** Stores when the version is still the stored one; version 0 creates. */
  Written save(Versioned<Trader> trader);

  /**
   * Traders in a stable order, for fan-out.
   *
   * @param after empty for the first page, else {@link Page#next()} of the page before
   */
  Page<Trader> page(String after, int limit);
}
