package io.bitten.local.sim;

import io.bitten.core.account.AccountId;
import io.bitten.core.order.CloseWish;
import io.bitten.core.order.CloseWishes;
import java.util.List;

/** The closes under way as one relay's process sees them. */
final class SimWishes implements CloseWishes {
  private final CloseWishes stored;
  private final Caller caller;
  private final Scene scene;

  SimWishes(CloseWishes stored, Caller caller, Scene scene) {
    this.scene = scene;
    this.stored = stored;
    this.caller = caller;
  }

  @Override
  public void keep(CloseWish wish) {
    caller.before("CloseWishes.keep");
    if (scene.mutant() != Mutant.FORGETS_CLOSES) {
      stored.keep(wish);
      scene.stage().checks().exits().wished(wish);
    }
    caller.after("CloseWishes.keep");
  }

  @Override
  public List<CloseWish> of(AccountId account, int limit) {
    caller.before("CloseWishes.of");
    List<CloseWish> found = stored.of(account, limit);
    caller.after("CloseWishes.of");
    return found;
  }

  @Override
  public void drop(CloseWish wish) {
    caller.before("CloseWishes.drop");
    stored.drop(wish);
    caller.after("CloseWishes.drop");
  }
}
