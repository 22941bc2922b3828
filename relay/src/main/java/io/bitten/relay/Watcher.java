package io.bitten.relay;

import io.bitten.core.Versioned;
import io.bitten.core.account.Position;
import io.bitten.core.order.Attempt;
import io.bitten.core.order.Fill;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderFact;
import io.bitten.core.order.OrderState;
import io.bitten.core.relay.Look;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Compares one account's positions with its open orders, and moves on what has changed. */
final class Watcher {
  /** A look older than this says nothing about now. */
  private static final Duration FRESH = Duration.ofSeconds(3);

  private final RelayParts parts;
  private final OrderMoves moves;
  private final Line line;
  private final StopDesk stops;
  private final ExitDesk exits;

  Watcher(RelayParts parts, Line line, StopDesk stops, ExitDesk exits) {
    this.parts = parts;
    this.moves = parts.moves();
    this.line = line;
    this.stops = stops;
    this.exits = exits;
  }

  /** Takes one look, to be told when it is complete. */
  void look() {
    if (line.look() instanceof Look.Complete complete && parts.tenure().serves()) {
      parts.sightings().saw(complete.snapshot());
    }
  }

  /** Moves every open order on that nobody else is working on. */
  void tend(List<Versioned<Order>> open) {
    line.uncertain(
        (int)
            open.stream().filter(one -> one.value().state() instanceof OrderState.Unknown).count());
    Each.of(open, this::alone);
  }

  /** An order that cannot be stored holds up no other, and its position keeps its stop. */
  private void alone(Versioned<Order> order) {
    if (!parts.inFlight().take(order.value().id(), line.account())) {
      return;
    }
    try {
      tend(order);
    } catch (RuntimeException e) {
      ifSeen(look -> stops.hold(order.value(), line, look));
      throw e;
    } finally {
      parts.inFlight().release(order.value().id());
    }
  }

  private void tend(Versioned<Order> order) {
    Instant now = parts.ports().time().instant();
    switch (order.value().state()) {
      case OrderState.New s -> expire(order, now);
      case OrderState.Submitting s -> abandoned(order, s.attempt(), now);
      case OrderState.Filled s -> ifSeen(look -> stops.protect(order, line, look));
      case OrderState.Unprotected s -> ifSeen(look -> stops.protect(order, line, look));
      case OrderState.Protected s -> ifSeen(look -> held(order, s.fill(), look));
      case OrderState.Closing s -> {}
      case OrderState.Unknown s -> {}
      case OrderState.Closed s -> {}
      case OrderState.Rejected s -> {}
      case OrderState.Expired s -> {}
      case OrderState.Killed s -> {}
      case OrderState.Dead s -> {}
    }
  }

  private void expire(Versioned<Order> order, Instant now) {
    if (!now.isBefore(order.value().deadline())) {
      moves.apply(order, new OrderFact.DeadlinePassedUnclaimed(now));
    }
  }

  private void abandoned(Versioned<Order> order, Attempt attempt, Instant now) {
    if (parts.tenure().outlived(attempt.owner())
        || now.isAfter(attempt.deadline().plus(parts.settings().horizon()))) {
      moves.apply(order, new OrderFact.AnswerLost("its relay ended before the answer", now));
    }
  }

  /** A PROTECTED order's position has to be there, and its stop with it. */
  private void held(Versioned<Order> order, Fill fill, Look.Complete look) {
    Optional<Position> position = Evidence.position(fill.ticket(), look);
    if (position.isEmpty()) {
      exits.settle(order, line, look);
      return;
    }
    exits.seen(fill.ticket());
    if (!Evidence.guarded(order.value(), position.get(), look.snapshot().specs())) {
      stops.lost(order, position.get(), line);
    }
  }

  private void ifSeen(Consumer<Look.Complete> then) {
    line.seen(FRESH).ifPresent(then);
  }
}
