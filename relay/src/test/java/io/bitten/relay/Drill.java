package io.bitten.relay;

import io.bitten.core.Some;
import io.bitten.core.Versioned;
import io.bitten.core.halt.Halt;
import io.bitten.core.halt.HaltScope;
import io.bitten.core.memory.MemoryWorld;
import io.bitten.core.order.HaltEpochs;
import io.bitten.core.order.Order;
import io.bitten.core.order.RelayCommand;

/** Halts for tests. */
final class Drill {
  private Drill() {}

  static RelayCommand told(Halt halt) {
    return new RelayCommand.SetHalt(RelayBench.header(), halt);
  }

  static Halt active(HaltScope scope, long epoch) {
    return new Halt.Active(scope, epoch, "tg-1", "a drill", Some.NOW);
  }

  static Halt lifted(HaltScope scope, long epoch) {
    return new Halt.Lifted(scope, epoch, "tg-1", "over", Some.NOW);
  }

  /** The order was decided under other epochs. */
  static void decidedUnder(MemoryWorld world, HaltEpochs epochs) {
    Versioned<Order> stored = world.orders().find(Some.ORDER).orElseThrow();
    Order old = stored.value();
    Order other =
        new Order(
            old.id(),
            old.number(),
            old.magic(),
            old.user(),
            old.account(),
            old.origin(),
            old.terms(),
            old.state(),
            epochs,
            old.createdAt(),
            old.deadline(),
            old.correlation());
    world.orders().save(stored.with(other));
  }
}
