package io.bitten.core.memory;

import io.bitten.core.Written;
import io.bitten.core.account.AccountId;
import io.bitten.core.account.AccountSnapshot;
import io.bitten.core.account.Accounts;
import io.bitten.core.account.TradingAccount;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Who holds which account, and the last look at each. */
public final class MemoryAccounts implements Accounts {
  private final Map<AccountId, TradingAccount> claimed = new HashMap<>();
  private final Map<AccountId, AccountSnapshot> looks = new HashMap<>();

  @Override
  public synchronized Optional<TradingAccount> find(AccountId id) {
    return Optional.ofNullable(claimed.get(id));
  }

  @Override
  public synchronized Written claim(TradingAccount account) {
    TradingAccount held = claimed.get(account.id());
    if (held != null && !held.owner().equals(account.owner())) {
      return Written.STALE;
    }
    claimed.put(account.id(), account);
    return Written.STORED;
  }

  @Override
  public synchronized Optional<AccountSnapshot> snapshot(AccountId id) {
    return Optional.ofNullable(looks.get(id));
  }

  @Override
  public synchronized void keep(AccountSnapshot snapshot) {
    looks.merge(
        snapshot.account(),
        snapshot,
        (kept, given) -> given.at().isAfter(kept.at()) ? given : kept);
  }
}
