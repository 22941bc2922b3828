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
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Applies facts to orders: the rules decide, the store compares and sets, the cloud is told. */
final class OrderMoves {
  /** A save whose answer was lost has been carried out within this time, or never. */
  private static final Duration SAVES_ARRIVE_WITHIN = Duration.ofMinutes(2);

  /** No version follows one of these. */
  private static final Set<String> ENDS = Set.of("CLOSED", "REJECTED", "EXPIRED", "KILLED", "DEAD");

  private final RelayPorts ports;
  private final Outbox outbox;
  private final OpenOrders open;
  private final Map<JournalFact.Moving, Long> doubtful = new ConcurrentHashMap<>();

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
      if (!newest && (!noted.noted() || ENDS.contains(noted.state()))) {
        // It is not known, or never came to be; the newest version tells what counts.
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
      voided(stored);
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

  /**
   * Takes the note of a move back that somebody else made in another way: theirs is told by whoever
   * made it, and is noted again where that is this process.
   */
  private void voided(Versioned<Order> lost) {
    OrderId order = lost.value().id();
    JournalFact instead =
        outbox
            .waiting(order, lost.version())
            .<JournalFact>map(state -> new JournalFact.Moving(order, lost.version(), state))
            .orElseGet(() -> new JournalFact.Reported(order, lost.version()));
    if (ports.journal().sound()) {
      try {
        ports.journal().append(instead);
      } catch (JournalBroken e) {
        // It says so itself from now on, in every heartbeat.
        return;
      }
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
          new JournalFact.Moving(order.id(), stored.version(), order.state().label()),
          ports.ticker().getAsLong());
      throw e;
    }
  }

  /** Tells the moves whose store did not answer and did them. */
  void tellDoubtful() {
    long now = ports.ticker().getAsLong();
    for (Map.Entry<JournalFact.Moving, Long> one : doubtful.entrySet()) {
      JournalFact.Moving noted = one.getKey();
      Optional<Versioned<Order>> order = find(noted.order());
      order.ifPresent(found -> tell(found, noted));
      boolean known = order.filter(found -> found.version() >= noted.version()).isPresent();
      if (known || now - one.getValue() >= SAVES_ARRIVE_WITHIN.toNanos()) {
        doubtful.remove(noted);
      }
    }
  }
}
