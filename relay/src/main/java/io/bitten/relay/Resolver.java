package io.bitten.relay;

import io.bitten.core.Versioned;
import io.bitten.core.account.Position;
import io.bitten.core.order.Fill;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderFact;
import io.bitten.core.order.OrderId;
import io.bitten.core.order.OrderRules;
import io.bitten.core.order.OrderState;
import io.bitten.core.relay.History;
import io.bitten.core.relay.Look;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Settles one account's UNKNOWN orders by what the broker's own lists say, and by nothing else. It
 * asks and never sends. A question that got no complete answer teaches nothing.
 */
final class Resolver {
  private static final Duration HISTORY_BEFORE = Duration.ofHours(1);

  private final RelayParts parts;
  private final OrderMoves moves;
  private final Line line;
  private final StopDesk stops;
  private final ExitDesk exits;
  private final Map<OrderId, Doubt> doubts = new HashMap<>();

  /**
   * How long an order has been in doubt here.
   *
   * @param since the ticker's nanoseconds when this process first met it UNKNOWN
   * @param negatives complete answers in a row that did not hold it, after the horizon
   */
  private record Doubt(long since, int negatives) {}

  Resolver(RelayParts parts, Line line, StopDesk stops, ExitDesk exits) {
    this.parts = parts;
    this.line = line;
    this.moves = parts.moves();
    this.stops = stops;
    this.exits = exits;
  }

  /** One round of questions about the account's open orders. */
  synchronized void resolve(List<Versioned<Order>> open) {
    List<Versioned<Order>> unknown =
        open.stream().filter(order -> order.value().state() instanceof OrderState.Unknown).toList();
    doubts.keySet().retainAll(unknown.stream().map(order -> order.value().id()).toList());
    if (unknown.isEmpty()) {
      return;
    }
    long now = parts.ports().ticker().getAsLong();
    unknown.forEach(one -> doubts.putIfAbsent(one.value().id(), new Doubt(now, 0)));
    Instant asked = parts.ports().time().instant();
    Look look = line.look();
    History history = line.history(oldest(unknown).minus(HISTORY_BEFORE));
    Lists lists = new Lists(asked, look, history, open.stream().map(Versioned::value).toList());
    Each.of(unknown, order -> held(order, lists));
  }

  /** What an order became keeps its stop, also while that cannot be stored. */
  private void held(Versioned<Order> order, Lists lists) {
    try {
      resolve(order, lists);
    } catch (RuntimeException e) {
      stops.hold(order.value(), line, lists.look());
      throw e;
    }
  }

  /** One round's answers, when they were asked for, and the account's open orders. */
  private record Lists(Instant asked, Look look, History history, List<Order> open) {}

  private void resolve(Versioned<Order> order, Lists lists) {
    if (!(lists.look() instanceof Look.Complete look)) {
      forget(order.value().id());
      return;
    }
    Optional<Position> position = Evidence.position(order.value(), look);
    if (position.isPresent()) {
      seen(order, Evidence.fill(position.get()), lists)
          .ifPresent(filled -> stops.protect(filled, line, look));
      return;
    }
    if (look.working().contains(order.value().magic())) {
      forget(order.value().id());
      return;
    }
    switch (lists.history()) {
      case History.Complete history -> {
        Optional<Fill> entry = Evidence.entry(order.value(), history.deals());
        if (entry.isPresent()) {
          seen(order, entry.get(), lists).ifPresent(filled -> exits.settle(filled, line, look));
        } else {
          notFound(order, lists.asked());
        }
      }
      case History.ExitsOnly some -> notOpen(order, lists.asked());
      case History.NotOffered none -> notOpen(order, lists.asked());
      case History.Incomplete incomplete -> forget(order.value().id());
    }
  }

  /** Without a whole history, what was executed may have come and gone unseen. */
  private void notOpen(Versioned<Order> order, Instant asked) {
    if (order.value().state() instanceof OrderState.Unknown doubt && !doubt.saidDone()) {
      notFound(order, asked);
    }
  }

  /**
   * The order with its fill; not with a position that another order holds, for then an account nets
   * what it should keep apart, and nobody can tell whose close would end what.
   */
  private Optional<Versioned<Order>> seen(Versioned<Order> order, Fill fill, Lists lists) {
    if (Holding.other(order.value(), fill.ticket(), lists.open()).isPresent()) {
      forget(order.value().id());
      return Optional.empty();
    }
    return moves.apply(order, new OrderFact.PositionSeen(fill));
  }

  /**
   * A complete no counts only when it was asked for after everything that may still be under way.
   */
  private void notFound(Versioned<Order> order, Instant asked) {
    OrderId id = order.value().id();
    OrderState.Unknown state = (OrderState.Unknown) order.value().state();
    Duration horizon = parts.settings().horizon();
    Doubt doubt = doubts.get(id);
    boolean waited = parts.ports().ticker().getAsLong() - doubt.since() >= horizon.toNanos();
    if (!waited || !asked.isAfter(state.attempt().deadline().plus(horizon))) {
      return;
    }
    int negatives = doubt.negatives() + 1;
    doubts.put(id, new Doubt(doubt.since(), negatives));
    if (negatives >= OrderRules.NEGATIVES_NEEDED) {
      moves.apply(order, new OrderFact.NeverExecuted(negatives, horizon, asked));
    }
  }

  private void forget(OrderId id) {
    doubts.computeIfPresent(id, (order, doubt) -> new Doubt(doubt.since(), 0));
  }

  private static Instant oldest(List<Versioned<Order>> orders) {
    return orders.stream()
        .map(order -> order.value().createdAt())
        .min(Instant::compareTo)
        .orElseThrow();
  }
}
