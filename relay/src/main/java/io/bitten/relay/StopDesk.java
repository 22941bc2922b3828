package io.bitten.relay;

import io.bitten.core.Versioned;
import io.bitten.core.account.Position;
import io.bitten.core.account.Ticket;
import io.bitten.core.market.Level;
import io.bitten.core.order.ExitReason;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderFact;
import io.bitten.core.order.OrderId;
import io.bitten.core.order.OrderState;
import io.bitten.core.relay.Answer;
import io.bitten.core.relay.Look;
import io.bitten.core.relay.StopChange;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sees that a filled position carries its agreed stop: reads it back, puts it back when it is not
 * there, and has the position closed after three definite noes, or when five seconds have passed.
 */
final class StopDesk {
  /** Definite noes to putting a stop back before the position is closed. */
  private static final int TRIES = 3;

  private final Map<OrderId, Integer> refusals = new ConcurrentHashMap<>();
  private final RelayParts parts;
  private final OrderMoves moves;
  private final ExitDesk exits;

  StopDesk(RelayParts parts, ExitDesk exits) {
    this.parts = parts;
    this.moves = parts.moves();
    this.exits = exits;
  }

  /** Looks after a FILLED or UNPROTECTED order with a fresh look; leaves every other alone. */
  void protect(Versioned<Order> order, Line line) {
    if (order.value().state() instanceof OrderState.Filled
        || order.value().state() instanceof OrderState.Unprotected) {
      protect(order, line, line.look());
    }
  }

  /** The same, by a look that was just taken. */
  void protect(Versioned<Order> order, Line line, Look look) {
    if (look instanceof Look.Complete complete) {
      Optional<Position> position = position(order.value(), complete);
      if (position.isPresent()) {
        check(order, position.get(), complete).ifPresent(naked -> repair(naked, line));
      } else {
        refusals.remove(order.value().id());
        exits.settle(order, line, complete);
      }
    }
  }

  /** Moves on by what the position shows; the order as UNPROTECTED when its stop is not there. */
  private Optional<Versioned<Order>> check(
      Versioned<Order> order, Position position, Look.Complete look) {
    Instant now = parts.ports().time().instant();
    if (Evidence.stopped(order.value(), position, look.snapshot().specs())) {
      refusals.remove(order.value().id());
      moves.apply(order, new OrderFact.StopSeen(Evidence.fill(position), now));
      return Optional.empty();
    }
    return order.value().state() instanceof OrderState.Unprotected
        ? Optional.of(order)
        : moves.apply(order, new OrderFact.StopMissing(Evidence.fill(position), now));
  }

  /** The stop of a PROTECTED position was taken away or moved off, as a look has shown. */
  void lost(Versioned<Order> order, Position position, Line line) {
    Instant now = parts.ports().time().instant();
    refusals.remove(order.value().id());
    moves
        .apply(order, new OrderFact.StopMissing(Evidence.fill(position), now))
        .ifPresent(naked -> repair(naked, line));
  }

  /**
   * The same at the broker alone, for an order whose moves cannot be stored: gives its position the
   * agreed stop should it have none, or one farther off.
   */
  void hold(Order order, Line line, Look look) {
    if (look instanceof Look.Complete complete) {
      Diff.held(order, complete)
          .filter(seen -> !Evidence.guarded(order, seen, complete.snapshot().specs()))
          .ifPresent(seen -> line.modify(change(order, seen.ticket())));
    }
  }

  private void repair(Versioned<Order> naked, Line line) {
    Order order = naked.value();
    OrderState.Unprotected state = (OrderState.Unprotected) order.state();
    Answer answer = line.modify(change(order, state.fill().ticket()));
    Look after = line.look();
    if (after instanceof Look.Complete complete) {
      Optional<Position> position = position(order, complete);
      if (position.isPresent()
          && Evidence.stopped(order, position.get(), complete.snapshot().specs())) {
        check(naked, position.get(), complete);
        return;
      }
    }
    Instant now = parts.ports().time().instant();
    boolean overdue = now.isAfter(state.since().plus(parts.settings().repairLives()));
    boolean refused = answer instanceof Answer.No && refusals(order.id()) >= TRIES;
    if (refused || overdue) {
      refusals.remove(order.id());
      moves
          .apply(naked, new OrderFact.CloseAsked(ExitReason.NO_STOP, now))
          .ifPresent(closing -> exits.carryOut(closing, line));
    }
  }

  private int refusals(OrderId order) {
    return refusals.merge(order, 1, Integer::sum);
  }

  private static Optional<Position> position(Order order, Look.Complete look) {
    return Holding.of(order.state()).flatMap(fill -> Evidence.position(fill.ticket(), look));
  }

  private static StopChange change(Order order, Ticket ticket) {
    return new StopChange(
        order.id().value(),
        ticket,
        order.terms().symbol(),
        order.terms().stopLoss(),
        Level.at(order.terms().takeProfit()),
        order.magic());
  }
}
