package io.bitten.core.order;

import io.bitten.core.Versioned;
import io.bitten.core.Written;
import io.bitten.core.account.AccountId;
import io.bitten.core.account.Ticket;
import java.util.List;
import java.util.Optional;

/** What was found at brokers and has no order. */
public interface Orphans {
  Optional<Versioned<Orphan>> find(AccountId account, Ticket ticket);

  /** Stores it; version 0 creates it, once. */
  Written save(Versioned<Orphan> orphan);

  /** The account's orphans, those with the highest tickets first, at most {@code limit}. */
  List<Versioned<Orphan>> of(AccountId account, int limit);
}
