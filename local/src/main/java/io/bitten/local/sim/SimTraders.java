package io.bitten.local.sim;

import io.bitten.core.Page;
import io.bitten.core.Versioned;
import io.bitten.core.Written;
import io.bitten.core.account.Trader;
import io.bitten.core.account.Traders;
import io.bitten.core.account.UserId;
import java.util.Optional;
import java.util.function.Consumer;

/** The people as a function of the cloud sees them, a few on a page. */
final class SimTraders implements Traders {
  private static final int A_PAGE = 2;

  private final Traders stored;
  private final Caller caller;
  private final Consumer<Trader> saved;

  /**
   * @param saved hears of everybody as they are stored
   */
  SimTraders(Traders stored, Caller caller, Consumer<Trader> saved) {
    this.stored = stored;
    this.caller = caller;
    this.saved = saved;
  }

  @Override
  public Optional<Versioned<Trader>> find(UserId id) {
    caller.before("Traders.find");
    Optional<Versioned<Trader>> found = stored.find(id);
    caller.after("Traders.find");
    return found;
  }

  @Override
  public Written save(Versioned<Trader> trader) {
    caller.before("Traders.save");
    Written written = stored.save(trader);
    if (written == Written.STORED) {
      saved.accept(trader.value());
    }
    caller.after("Traders.save");
    return written;
  }

  /** Pages hold at most what was asked for, and may hold less. */
  @Override
  public Page<Trader> page(String after, int limit) {
    caller.before("Traders.page");
    Page<Trader> page = stored.page(after, Math.min(limit, A_PAGE));
    caller.after("Traders.page");
    return page;
  }
}
