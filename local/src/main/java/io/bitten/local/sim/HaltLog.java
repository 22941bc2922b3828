package io.bitten.local.sim;

import io.bitten.core.Written;
import io.bitten.core.halt.Halt;
import io.bitten.core.halt.HaltScope;
import io.bitten.core.halt.Halts;
import io.bitten.core.memory.MemoryHalts;
import io.bitten.core.order.Order;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The stored halts, and when each change was stored. */
final class HaltLog implements Halts {
  /** A relay may rely for so long on a proof that nothing is halted. */
  static final long PROOF_MS = 10_000;

  /** And what it sent then may pass the last hop until its attempt ends, by the relay's clock. */
  static final long LAST_HOP_MS = PROOF_MS + 8_000 + Checks.CLOCK_MS;

  /** A change that was stored. */
  record Change(Halt halt, long at) {
    /** Whether an order was decided before it, and is so not to be sent any more. */
    boolean stops(Order order) {
      return switch (halt.scope()) {
        case HaltScope.Everything s -> halt.epoch() > order.haltEpochs().system();
        case HaltScope.OneAccount s ->
            s.account().equals(order.account()) && halt.epoch() > order.haltEpochs().account();
        case HaltScope.OneUser s ->
            s.user().equals(order.user()) && halt.epoch() > order.haltEpochs().user();
      };
    }
  }

  private final Timeline time;
  private final MemoryHalts stored = new MemoryHalts();
  private final List<Change> changes = new ArrayList<>();

  HaltLog(Timeline time) {
    this.time = time;
  }

  @Override
  public Halt read(HaltScope scope) {
    return stored.read(scope);
  }

  @Override
  public Map<HaltScope, Halt> read(Collection<HaltScope> scopes) {
    return stored.read(scopes);
  }

  @Override
  public Written write(Halt next) {
    Written written = stored.write(next);
    if (written == Written.STORED) {
      changes.add(new Change(next, time.now()));
    }
    return written;
  }

  List<Change> changes() {
    return changes;
  }

  /** A change stored before that moment which stops the order. */
  Optional<Change> olderThan(Order order, long at) {
    return changes.stream().filter(one -> one.at() < at && one.stops(order)).findFirst();
  }
}
