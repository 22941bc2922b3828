package io.bitten.functions.notify;

import io.bitten.core.Event;
import io.bitten.core.World;
import io.bitten.core.alert.NotifyDesk;
import io.bitten.core.fire.CloseDesk;
import io.bitten.core.order.Order;
import io.bitten.functions.Measures;
import io.bitten.functions.Payload;
import io.bitten.functions.Settings;
import io.bitten.functions.SqsMessage;
import java.time.Duration;

/** One event from the bus becomes what its trader is told. */
final class NotifyStep {
  private final World world;
  private final NotifyDesk desk;

  NotifyStep(World world, Settings settings) {
    this.world = world;
    this.desk = new NotifyDesk(world, settings.rules(), settings.chat());
  }

  void handle(SqsMessage message) {
    Event event = Payload.event(message);
    desk.tell(event);
    if (event instanceof Event.OrphanChanged orphan && orphan.version() == 1) {
      Measures.count("orphans", "state", orphan.state());
    }
    if (event instanceof Event.TradeExecuted executed) {
      world.orders().find(executed.order()).ifPresent(order -> executed(order.value()));
    }
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
