package io.bitten.local.platform;

import io.bitten.core.Event;
import io.bitten.core.Events;
import io.bitten.core.Versioned;
import io.bitten.core.World;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderId;
import io.bitten.core.order.OrderState;
import io.bitten.core.signal.Signal;
import io.bitten.local.market.Engagement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Holds real time while somebody can fire a signal or an order is on its way: the hold begins
 * before the event is published, so the replay never runs past the life of a signal that reaches
 * anybody. One that reaches nobody holds nothing.
 */
final class PaceKeeper implements Events {
  private final Events bus;
  private final Engagement engagement;
  private final Predicate<Signal> reachesAnybody;
  private final Map<String, Instant> signals = new ConcurrentHashMap<>();
  private final Map<String, OrderId> orders = new ConcurrentHashMap<>();

  PaceKeeper(Events bus, Engagement engagement, Predicate<Signal> reachesAnybody) {
    this.bus = bus;
    this.engagement = engagement;
    this.reachesAnybody = reachesAnybody;
  }

  @Override
  public void publish(Event event) {
    switch (event) {
      case Event.SignalGenerated made -> holdSignal(made.signal());
      case Event.OrderPlaced placed -> holdOrder(placed.order());
      case Event.OrderChanged changed -> holdOrder(changed.order());
      case Event.NewsAlert e -> {}
      case Event.FireRefused e -> {}
      case Event.TradeExecuted e -> {}
      case Event.TradeClosed e -> {}
      case Event.OrphanChanged e -> {}
      case Event.EmergencyStop e -> {}
      case Event.HaltReached e -> {}
      case Event.UserUpgraded e -> {}
      case Event.CloseLapsed e -> {}
    }
    bus.publish(event);
  }

  private void holdSignal(Signal signal) {
    if (reachesAnybody.test(signal)) {
      String name = signal.id().value();
      signals.put(name, signal.expiresAt());
      engagement.hold(name);
    }
  }

  private void holdOrder(OrderId id) {
    orders.put(id.value(), id);
    engagement.hold(id.value());
  }

  /** Lets go of what needs real time no more. */
  void look(World world, InstantSource time) {
    Instant now = time.instant();
    signals.forEach(
        (name, expires) -> {
          if (!now.isBefore(expires)) {
            engagement.release(name);
            signals.remove(name);
          }
        });
    orders.forEach(
        (name, id) -> {
          if (world.orders().find(id).map(Versioned::value).map(PaceKeeper::quiet).orElse(true)) {
            engagement.release(name);
            orders.remove(name);
          }
        });
  }

  private static boolean quiet(Order order) {
    return order.state().terminal() || order.state() instanceof OrderState.Protected;
  }
}
