package io.bitten.local.sim;

import io.bitten.core.memory.MemoryOrders;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderId;
import io.bitten.core.order.OrderState;
import java.util.HashSet;
import java.util.Set;

/** The queue's messages of entries: each is kept for as long as its order waits to be sent. */
final class EntryMessages {
  private final Timeline time;
  private final MemoryOrders orders;
  private final Set<OrderId> doubted = new HashSet<>();

  EntryMessages(Timeline time, MemoryOrders orders) {
    this.time = time;
    this.orders = orders;
  }

  /**
   * The order is in doubt, and its message may go from now on. Whoever decided that may come to it
   * only when another relay knows better already: then the sweep commands it anew.
   */
  void mayGo(OrderId id) {
    doubted.add(id);
  }

  /** A command to open was deleted from its queue. */
  void done(OrderId id) {
    Order order = orders.find(id).orElseThrow().value();
    boolean waits =
        order.state() instanceof OrderState.New
            && !doubted.contains(id)
            && time.instant().plusMillis(Checks.CLOCK_MS).isBefore(order.deadline());
    boolean unsettled = waits || order.state() instanceof OrderState.Submitting;
    Checks.hold(
        !unsettled,
        Invariant.I12_MESSAGE_KEPT,
        "the message of " + id + " is gone and it is " + order.state().label());
  }
}
