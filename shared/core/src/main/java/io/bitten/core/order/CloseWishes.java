package io.bitten.core.order;

import io.bitten.core.account.AccountId;
import java.util.List;

/** Closes that were taken and not ended; another relay goes on with them. */
public interface CloseWishes {
  /** Keeps a wish; a later one with the same account and target takes its place. Repeatable. */
  void keep(CloseWish wish);

  /** The account's wishes, at most {@code limit}. */
  List<CloseWish> of(AccountId account, int limit);

  /** Forgets the wish, unless a later one has taken its place. Repeatable. */
  void drop(CloseWish wish);
}
