package io.bitten.core.memory;

import io.bitten.core.account.AccountId;
import io.bitten.core.order.CloseWish;
import io.bitten.core.order.CloseWishes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Closes under way, in memory. */
public final class MemoryCloseWishes implements CloseWishes {
  private final Map<Key, CloseWish> kept = new LinkedHashMap<>();

  private record Key(AccountId account, CloseWish.Target target) {
    static Key of(CloseWish wish) {
      return new Key(wish.account(), wish.target());
    }
  }

  @Override
  public synchronized void keep(CloseWish wish) {
    kept.merge(Key.of(wish), wish, (old, next) -> next.at().isBefore(old.at()) ? old : next);
  }

  @Override
  public synchronized List<CloseWish> of(AccountId account, int limit) {
    return kept.values().stream()
        .filter(wish -> wish.account().equals(account))
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized void drop(CloseWish wish) {
    kept.computeIfPresent(
        Key.of(wish), (key, stored) -> stored.at().isAfter(wish.at()) ? stored : null);
  }
}
