package io.bitten.core.account;

import io.bitten.core.Digest;
import io.bitten.core.Written;
import java.util.List;
import java.util.Optional;

/** Hands out the operator's demo accounts: one to a person, the same one however often they ask. */
public final class DemoDesk {
  private final Accounts accounts;
  private final List<DemoAccount> pool;

  public DemoDesk(Accounts accounts, List<DemoAccount> pool) {
    this.accounts = accounts;
    this.pool = List.copyOf(pool);
  }

  /** Empty when every account of the pool is taken. */
  public Optional<TradingAccount> claim(UserId user) {
    // Each person starts looking at a place of their own, so a rush does not fight over one
    // account.
    int start =
        pool.isEmpty() ? 0 : Math.floorMod(Digest.hex(user.value()).hashCode(), pool.size());
    for (int step = 0; step < pool.size(); step++) {
      TradingAccount wanted = pool.get((start + step) % pool.size()).ownedBy(user);
      if (accounts.claim(wanted) == Written.STORED) {
        return Optional.of(wanted);
      }
    }
    return Optional.empty();
  }
}
