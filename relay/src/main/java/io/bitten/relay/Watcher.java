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
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Compares one account's positions with its open orders, and moves on what has changed. */
final class Watcher {
  /** A look older than this is not acted on when it is found; another is taken. */
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

  /**
   * Moves every open order on that nobody else is working on. Those that may hold a position come
   * last: where no look is fresh they wait for one of their own, however long the route takes.
   */
  void tend(List<Versioned<Order>> open) {
    Map<Boolean, List<Versioned<Order>>> watched =
        open.stream().collect(Collectors.partitioningBy(Watcher::watched));
    Each.run(
        () -> Each.of(watched.get(false), order -> alone(order, Optional.empty())),
        () -> watch(watched.get(true)));
  }

  /**
   * The look is asked for before any order is taken, for a close must not wait for it; and after
   * the orders were read, so that whatever is moved meanwhile is not moved by it.
   */
  private void watch(List<Versioned<Order>> orders) {
    if (!orders.isEmpty()) {
      Optional<Look.Complete> look = line.seen(FRESH).or(this::own);
      Each.of(orders, order -> alone(order, look));
    }
  }

  private Optional<Look.Complete> own() {
    return line.look() instanceof Look.Complete look ? Optional.of(look) : Optional.empty();
  }

  private static boolean watched(Versioned<Order> order) {
    return switch (order.value().state()) {
      case OrderState.Submitting s -> true;
      case OrderState.Filled s -> true;
      case OrderState.Unprotected s -> true;
      case OrderState.Protected s -> true;
      case OrderState.New s -> false;
      case OrderState.Unknown s -> false;
      case OrderState.Closing s -> false;
      case OrderState.Closed s -> false;
      case OrderState.Rejected s -> false;
      case OrderState.Expired s -> false;
      case OrderState.Killed s -> false;
      case OrderState.Dead s -> false;
    };
  }

  /** An order that cannot be stored holds up no other, and its position keeps its stop. */
  private void alone(Versioned<Order> order, Optional<Look.Complete> look) {
    if (!parts.inFlight().take(order.value().id(), line.account())) {
      return;
    }
    try {
      tend(order, look);
    } catch (RuntimeException e) {
      look.ifPresent(seen -> stops.hold(order.value(), line, seen));
      throw e;
    } finally {
      parts.inFlight().release(order.value().id());
    }
  }

  private void tend(Versioned<Order> order, Optional<Look.Complete> look) {
    Instant now = parts.ports().time().instant();
    switch (order.value().state()) {
      case OrderState.New s -> expire(order, now);
      case OrderState.Submitting s -> abandoned(order, s.attempt(), now);
      case OrderState.Filled s -> look.ifPresent(seen -> stops.protect(order, line, seen));
      case OrderState.Unprotected s -> look.ifPresent(seen -> stops.protect(order, line, seen));
      case OrderState.Protected s -> look.ifPresent(seen -> held(order, s.fill(), seen));
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
    exits.seen(fill.ticket(), line);
    if (!Evidence.guarded(order.value(), position.get(), look.snapshot().specs())) {
      stops.lost(order, position.get(), line);
    }
  }
}
