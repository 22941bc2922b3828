package io.bitten.local.sim;

import io.bitten.core.Event;
import io.bitten.core.Events;
import io.bitten.core.order.OrderId;
import java.util.HashMap;
import java.util.Map;

/** The bus: which version of each order was told on it last. */
final class Told implements Events {
  private final Map<OrderId, Long> versions = new HashMap<>();
  private final Caller caller;

  Told(Caller caller) {
    this.caller = caller;
  }

  @Override
  public void publish(Event event) {
    caller.before("Events.publish");
    if (event instanceof Event.OrderChanged changed) {
      versions.merge(changed.order(), changed.version(), Math::max);
    }
    caller.after("Events.publish");
  }

  long version(OrderId order) {
    return versions.getOrDefault(order, 0L);
  }
}
