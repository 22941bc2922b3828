package io.bitten.relay;

import io.bitten.core.Versioned;
import io.bitten.core.account.Position;
import io.bitten.core.market.Level;
import io.bitten.core.order.Exit;
import io.bitten.core.order.ExitReason;
import io.bitten.core.order.Fill;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderFact;
import io.bitten.core.order.OrderState;
import io.bitten.core.relay.Answer;
import io.bitten.core.relay.Deal;
import io.bitten.core.relay.History;
import io.bitten.core.relay.Look;
import io.bitten.core.relay.PositionClose;
import io.bitten.core.relay.Retcode;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ends positions: the wish is stored first, the close goes by ticket and may be repeated, and the
 * broker's own deals say how it ended. Halts, caps, circuits and a broken journal never stop it.
 */
final class ExitDesk {
  /** A definite no to a close that another try may still get through. */
  private static final Set<Retcode> PASSING =
      EnumSet.of(
          Retcode.REQUOTE,
          Retcode.PRICE_CHANGED,
          Retcode.PRICE_OFF,
          Retcode.ORDER_CHANGED,
          Retcode.TOO_MANY_REQUESTS,
          Retcode.FROZEN,
          Retcode.POSITION_CLOSED,
          Retcode.CLOSE_ORDER_EXIST);

  private static final Duration HISTORY_BEFORE = Duration.ofHours(1);

  private final RelayParts parts;
  private final OrderMoves moves;
  private final AtomicLong closes = new AtomicLong();

  ExitDesk(RelayParts parts) {
    this.parts = parts;
    this.moves = parts.moves();
  }

  /** Stores the wish to close and carries it out; empty when the order holds nothing to close. */
  Optional<Versioned<Order>> close(Versioned<Order> order, ExitReason reason, Line line) {
    Optional<Versioned<Order>> closing =
        order.value().state() instanceof OrderState.Closing
            ? Optional.of(order)
            : moves.apply(order, new OrderFact.CloseAsked(reason, now()));
    closing.ifPresent(one -> carryOut(one, line));
    return closing;
  }

  /** One try to close a CLOSING order's position, then a look at what became of it. */
  void carryOut(Versioned<Order> order, Line line) {
    OrderState.Closing state = (OrderState.Closing) order.value().state();
    Answer answer = line.close(request(order.value(), state.fill()));
    if (!(line.look() instanceof Look.Complete look)) {
      return;
    }
    Optional<Position> left = Evidence.position(state.fill().ticket(), look);
    if (left.isEmpty()) {
      settle(order, line);
    } else if (answer instanceof Answer.No no && !passing(no) && stopped(left.get())) {
      moves.apply(order, new OrderFact.CloseRefused(Evidence.fill(left.get()), now()));
    }
  }

  /** Books the end of a position that a complete look did not hold, once its exit deal is seen. */
  void settle(Versioned<Order> order, Line line) {
    Optional<Fill> fill = Holding.of(order.value().state());
    Instant since = order.value().createdAt().minus(HISTORY_BEFORE);
    if (fill.isPresent()) {
      Evidence.exit(fill.get().ticket(), deals(line.history(since)))
          .ifPresent(exit -> ended(order, asAsked(order.value().state(), exit)));
    }
  }

  private static List<Deal> deals(History history) {
    return switch (history) {
      case History.Complete complete -> complete.deals();
      case History.ExitsOnly some -> some.deals();
      case History.NotOffered none -> List.of();
      case History.Incomplete incomplete -> List.of();
    };
  }

  /** Through the states in between, so that every one is told. */
  private void ended(Versioned<Order> order, Exit exit) {
    if (order.value().state() instanceof OrderState.Filled filled) {
      moves
          .apply(order, new OrderFact.StopMissing(filled.fill(), now()))
          .ifPresent(next -> ended(next, exit));
    } else if (order.value().state() instanceof OrderState.Unprotected) {
      moves
          .apply(order, new OrderFact.CloseAsked(exit.reason(), now()))
          .ifPresent(next -> ended(next, exit));
    } else {
      moves.apply(order, new OrderFact.Exited(exit));
    }
  }

  /** The broker says only that an expert closed it; the order knows who asked. */
  private static Exit asAsked(OrderState state, Exit exit) {
    return state instanceof OrderState.Closing closing && exit.reason() == ExitReason.OUTSIDE
        ? new Exit(exit.price(), exit.net(), closing.reason(), exit.at())
        : exit;
  }

  private PositionClose request(Order order, Fill fill) {
    String id = "C" + parts.boot().number() + "N" + closes.incrementAndGet();
    return new PositionClose(
        id,
        fill.ticket(),
        order.terms().symbol(),
        order.terms().direction(),
        fill.lots(),
        order.magic());
  }

  private Instant now() {
    return parts.ports().time().instant();
  }

  private static boolean passing(Answer.No no) {
    return Retcode.find(no.code()).map(PASSING::contains).orElse(false);
  }

  private static boolean stopped(Position position) {
    return position.stopLoss() instanceof Level.At;
  }
}
