package io.bitten.core.account;

import io.bitten.core.Digest;
import io.bitten.core.Written;
import java.util.List;
import java.util.Optional;

/**
 * Hands out the operator's demo accounts, each only to whom it may be lent: one to a person, the
 * same one however often they ask.
 */
public final class DemoDesk {
  private final Accounts accounts;
  private final DemoPool pool;

  public DemoDesk(Accounts accounts, DemoPool pool) {
    this.accounts = accounts;
    this.pool = pool;
  }

  /** Whether any account is set aside for this person, taken or not. */
  public boolean lendsTo(UserId user) {
    return !lentTo(user).isEmpty();
  }

  /** Empty when every account that may be lent to this person is taken. */
  public Optional<TradingAccount> claim(UserId user) {
    List<DemoAccount> mine = lentTo(user);
    // Each person starts looking at a place of their own, so a rush does not fight over one
    // account.
    int start =
        mine.isEmpty() ? 0 : Math.floorMod(Digest.hex(user.value()).hashCode(), mine.size());
    for (int step = 0; step < mine.size(); step++) {
      TradingAccount wanted = mine.get((start + step) % mine.size()).ownedBy(user);
      if (accounts.claim(wanted) == Written.STORED) {
        return Optional.of(wanted);
      }
    }
    return Optional.empty();
  }

  private List<DemoAccount> lentTo(UserId user) {
    return pool.accounts().stream().filter(it -> it.borrowers().include(user)).toList();
  }
}
