package io.bitten.local.sim;

import io.bitten.core.Event;
import io.bitten.core.Events;
import io.bitten.core.account.Ticket;
import io.bitten.core.account.UserId;
import io.bitten.core.order.OrderId;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The bus: which version of each order was told on it last. */
final class Told implements Events {
  private final Map<OrderId, Long> versions = new HashMap<>();
  private final Map<Ticket, Long> orphans = new HashMap<>();
  private final Caller caller;
  private Consumer<UserId> doubts = user -> {};

  Told(Caller caller) {
    this.caller = caller;
  }

  @Override
  public void publish(Event event) {
    caller.before("Events.publish");
    if (event instanceof Event.OrderChanged changed) {
      versions.merge(changed.order(), changed.version(), Math::max);
      if (changed.state().equals("UNKNOWN")) {
        doubts.accept(changed.user());
      }
    }
    if (event instanceof Event.OrphanChanged changed) {
      orphans.merge(changed.ticket(), changed.version(), Math::max);
    }
    caller.after("Events.publish");
  }

  /** Tells whose order is in doubt. */
  void whenInDoubt(Consumer<UserId> listener) {
    doubts = listener;
  }

  /** Everybody knew of it before the story began. */
  void before(OrderId order, long version) {
    versions.put(order, version);
  }

  long version(Ticket orphan) {
    return orphans.getOrDefault(orphan, 0L);
  }

  long version(OrderId order) {
    return versions.getOrDefault(order, 0L);
  }
}
