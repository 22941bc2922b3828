package io.bitten.core.account;

import io.bitten.core.Written;
import java.util.Optional;

/** Linked MT5 accounts and the last complete look at each. */
public interface Accounts {
  Optional<TradingAccount> find(AccountId id);

  /**
   * Claims an account for its owner; STALE when another person already holds it. Repeatable by the
   * same owner.
   */
  Written claim(TradingAccount account);

  Optional<AccountSnapshot> snapshot(AccountId id);

  /** Keeps the newer of the stored and the given look; an older one changes nothing. */
  void keep(AccountSnapshot snapshot);
}
