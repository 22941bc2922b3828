package io.bitten.functions.notify;

import io.bitten.adapters.json.Json;
import io.bitten.core.Event;
import io.bitten.core.World;
import io.bitten.core.alert.NotifyDesk;
import io.bitten.core.fire.CloseDesk;
import io.bitten.core.halt.Halt;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderState;
import io.bitten.core.order.OrphanSource;
import io.bitten.functions.Measures;
import io.bitten.functions.Payload;
import io.bitten.functions.Settings;
import io.bitten.functions.SqsMessage;
import java.time.Duration;

/** One event from the bus becomes what its trader is told. */
final class NotifyStep {
  private static final String UNPROTECTED = OrderState.label(OrderState.Unprotected.class);

  private final World world;
  private final NotifyDesk desk;

  NotifyStep(World world, Settings settings) {
    this.world = world;
    this.desk = new NotifyDesk(world, settings.rules(), settings.chat());
  }

  void handle(SqsMessage message) {
    Event event = Payload.event(message);
    desk.tell(event);
    measure(event);
  }

  /** What the bus brings twice is counted twice. */
  private void measure(Event event) {
    if (event instanceof Event.OrphanChanged orphan && orphan.version() == 1) {
      found(orphan);
    }
    if (event instanceof Event.OrderChanged changed && changed.state().equals(UNPROTECTED)) {
      Measures.count("stops_missed", "state", UNPROTECTED);
    }
    if (event instanceof Event.EmergencyStop stop && stop.halt() instanceof Halt.Active halt) {
      Measures.count("halts", "scope", Json.kindOf(halt.scope()));
    }
    if (event instanceof Event.TradeExecuted executed) {
      world.orders().find(executed.order()).ifPresent(order -> executed(order.value()));
    }
  }

  private void found(Event.OrphanChanged found) {
    Measures.count("orphans", "state", found.state());
    world
        .orphans()
        .find(found.account(), found.ticket())
        .map(orphan -> orphan.value().source())
        .filter(source -> source instanceof OrphanSource.OfOrder of && of.duplicate())
        .ifPresent(source -> Measures.count("duplicates", "state", found.state()));
  }

  private static void executed(Order order) {
    CloseDesk.fill(order)
        .ifPresent(
            fill ->
                Measures.took(
                    "trade_execution_time",
                    Duration.between(order.createdAt(), fill.at()),
                    "pair",
                    order.terms().symbol().code()));
  }
}
