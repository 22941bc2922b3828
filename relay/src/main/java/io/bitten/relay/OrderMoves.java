package io.bitten.relay;

import io.bitten.core.Versioned;
import io.bitten.core.Written;
import io.bitten.core.account.Magic;
import io.bitten.core.fill.Report;
import io.bitten.core.order.Move;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderFact;
import io.bitten.core.order.OrderId;
import io.bitten.core.order.OrderRules;
import io.bitten.relay.journal.JournalBroken;
import io.bitten.relay.journal.JournalFact;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Applies facts to orders: the rules decide, the store compares and sets, the cloud is told. */
final class OrderMoves {
  private final RelayPorts ports;
  private final Outbox outbox;
  private final OpenOrders open;
  private final Map<OrderId, JournalFact.Moving> doubtful = new ConcurrentHashMap<>();

  OrderMoves(RelayPorts ports, Outbox outbox, OpenOrders open) {
    this.ports = ports;
    this.outbox = outbox;
    this.open = open;
  }

  Optional<Versioned<Order>> find(OrderId id) {
    return ports.orders().find(id);
  }

  Optional<Versioned<Order>> find(Magic magic) {
    return ports.orders().find(magic);
  }

  /**
   * The order in its next state, as stored; empty when the fact does not apply to it, or somebody
   * else moved it first. Then whoever asks reads again, or leaves it to the next round.
   */
  Optional<Versioned<Order>> apply(Versioned<Order> order, OrderFact fact) {
    return switch (OrderRules.decide(order.value(), fact)) {
      case Move.To to -> store(order, order.value().with(to.next()));
      case Move.Illegal illegal -> Optional.empty();
    };
  }

  /** Tells what a process before had noted and not told, if it was stored. */
  void tell(Versioned<Order> order, JournalFact.Moving noted) {
    if (noted.version() <= order.version()) {
      boolean newest = noted.version() == order.version();
      if (!newest && !noted.noted()) {
        // What it was is not known any more; the newest version tells what counts.
        return;
      }
      outbox.put(
          new Report.OrderMoved(
              noted.order(),
              order.value().account(),
              noted.version(),
              newest ? order.value().state().label() : noted.state(),
              ports.time().instant()));
    }
  }

  private void tell(Versioned<Order> order) {
    outbox.put(
        new Report.OrderMoved(
            order.value().id(),
            order.value().account(),
            order.version(),
            order.value().state().label(),
            ports.time().instant()));
  }

  private Optional<Versioned<Order>> store(Versioned<Order> before, Order after) {
    Versioned<Order> stored = new Versioned<>(after, before.version() + 1);
    if (!noted(stored)) {
      // Nothing here would remember to tell it after a crash: the cloud is told before.
      ports
          .reports()
          .send(
              new Report.OrderMoving(
                  after.id(), after.account(), stored.version(), ports.time().instant()));
    }
    if (saved(before.with(after), stored) == Written.STALE) {
      open.doubt(after.account());
      return Optional.empty();
    }
    open.moved(stored);
    tell(stored);
    return Optional.of(stored);
  }

  /**
   * Whether the journal remembers to tell the move. An entry never gets here with a broken disk,
   * for its intent is forced before it is sent; an exit has to go on without one.
   */
  private boolean noted(Versioned<Order> next) {
    if (!ports.journal().sound()) {
      return false;
    }
    Order order = next.value();
    JournalFact.Moving moving =
        new JournalFact.Moving(order.id(), next.version(), order.state().label());
    try {
      if (order.state().terminal()) {
        // Nobody comes back to an order that ended: a loss of power may not forget to tell it.
        ports.journal().appendForced(moving);
      } else {
        ports.journal().append(moving);
      }
      return true;
    } catch (JournalBroken e) {
      // It says so itself from now on, in every heartbeat.
      return false;
    }
  }

  /** A store that did not answer may have done it: whoever tells looks again. */
  private Written saved(Versioned<Order> next, Versioned<Order> stored) {
    try {
      return ports.orders().save(next);
    } catch (RuntimeException e) {
      Order order = stored.value();
      open.doubt(order.account());
      doubtful.put(
          order.id(), new JournalFact.Moving(order.id(), stored.version(), order.state().label()));
      throw e;
    }
  }

  /** Tells the moves whose store did not answer and did them. */
  void tellDoubtful() {
    for (JournalFact.Moving noted : List.copyOf(doubtful.values())) {
      find(noted.order()).ifPresent(order -> tell(order, noted));
      doubtful.remove(noted.order(), noted);
    }
  }
}
