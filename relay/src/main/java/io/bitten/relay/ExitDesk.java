package io.bitten.relay;

import io.bitten.core.Versioned;
import io.bitten.core.account.Position;
import io.bitten.core.account.Ticket;
import io.bitten.core.fill.Report;
import io.bitten.core.market.Lots;
import io.bitten.core.order.CloseWish;
import io.bitten.core.order.Exit;
import io.bitten.core.order.ExitReason;
import io.bitten.core.order.Fill;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderFact;
import io.bitten.core.order.OrderId;
import io.bitten.core.order.OrderState;
import io.bitten.core.relay.Answer;
import io.bitten.core.relay.Look;
import io.bitten.core.relay.PositionClose;
import io.bitten.core.relay.Retcode;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

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

  /** A route that was set up to close nothing: that passes by nothing. */
  private static final String CANNOT_CLOSE = "BRIDGE_CANNOT_CLOSE";

  private static final int TRIES = 3;

  private final Refusals refusals = new Refusals();
  private final Endings endings;
  private final RelayParts parts;
  private final OrderMoves moves;
  private final Outbox outbox;

  ExitDesk(RelayParts parts, Endings endings, Outbox outbox) {
    this.parts = parts;
    this.outbox = outbox;
    this.endings = endings;
    this.moves = parts.moves();
  }

  /**
   * Stores the wish to close an order that holds a position, without asking the broker anything;
   * empty when it holds none, or others kept moving it.
   */
  Optional<Versioned<Order>> store(Versioned<Order> order, ExitReason reason, Look last) {
    Optional<Versioned<Order>> now = Optional.of(order);
    for (int i = 0; i < TRIES && now.isPresent(); i++) {
      if (now.get().value().state() instanceof OrderState.Closing) {
        return now;
      }
      Optional<Versioned<Order>> stored =
          checked(now.get(), last)
              .flatMap(one -> moves.apply(one, new OrderFact.CloseAsked(reason, now())));
      if (stored.isPresent() || Holding.of(now.get().value().state()).isEmpty()) {
        return stored;
      }
      now = moves.find(order.value().id());
    }
    return Optional.empty();
  }

  /** A stop that nobody has looked at counts as missing: the position is to go anyway. */
  private Optional<Versioned<Order>> checked(Versioned<Order> order, Look last) {
    if (!(order.value().state() instanceof OrderState.Filled filled)) {
      return Optional.of(order);
    }
    if (last instanceof Look.Complete look) {
      Optional<Position> seen =
          Evidence.position(filled.fill().ticket(), look)
              .filter(one -> Evidence.stopped(order.value(), one, look.snapshot().specs()));
      if (seen.isPresent()) {
        return moves.apply(order, new OrderFact.StopSeen(Evidence.fill(seen.get()), now()));
      }
    }
    return moves.apply(order, new OrderFact.StopMissing(filled.fill(), now()));
  }

  /** Whether the broker said no a moment ago, and the position may wait behind its stop. */
  boolean rests(OrderId order) {
    return refusals.rest(order, parts.ports().ticker().getAsLong());
  }

  /** One try to close a CLOSING order's position, then a look at what became of it. */
  Answer carryOut(Versioned<Order> order, Line line) {
    OrderState.Closing state = (OrderState.Closing) order.value().state();
    Ticket ticket = state.fill().ticket();
    PositionClose asked = request(order.value(), state.fill(), line);
    Answer answer = line.close(asked);
    if (answer instanceof Answer.Done done) {
      endings.closedAt(ticket, done.price(), line);
    }
    if (!(line.look() instanceof Look.Complete look)) {
      return answer;
    }
    Optional<Position> left = Evidence.position(ticket, look);
    if (left.isEmpty()) {
      refusals.forget(order.value().id());
      settle(order, line, look);
    } else {
      endings.seen(ticket, line);
      open(order, asked, answer, new Left(left.get(), look));
    }
    return answer;
  }

  /** A position that a look showed after the try to close it. */
  private record Left(Position position, Look.Complete look) {
    boolean guarded(Order order) {
      return Evidence.guarded(order, position, look.snapshot().specs());
    }
  }

  /**
   * The position is still there. What was asked of other lots than it has proves nothing. Only
   * behind the agreed stop, or a nearer one, may it wait for the next try or be left open.
   */
  private void open(Versioned<Order> order, PositionClose asked, Answer answer, Left left) {
    OrderId id = order.value().id();
    boolean same = asked.lots().compareTo(left.position().lots()) == 0;
    boolean waits = same && left.guarded(order.value());
    if (answer instanceof Answer.No no && !passing(no) && waits) {
      boolean last = refusals.last(id, parts.ports().ticker().getAsLong());
      if (last || no.code().equals(CANNOT_CLOSE)) {
        refusals.forget(id);
        moves
            .apply(order, new OrderFact.CloseRefused(Evidence.fill(left.position()), now()))
            .ifPresent(stored -> told(stored, (OrderState.Closing) order.value().state()));
      }
    } else {
      refusals.forget(id);
    }
  }

  /** Whoever asked believes that the close is on its way: that it came to nothing is told. */
  private void told(Versioned<Order> kept, OrderState.Closing asked) {
    if (asked.reason() == ExitReason.TRADER || asked.reason() == ExitReason.PANIC) {
      Order order = kept.value();
      outbox.put(
          new Report.CloseLapsed(
              "refused-" + order.id() + "-" + kept.version(),
              order.account(),
              new CloseWish.Target.Of(order.id()),
              asked.since(),
              order.correlation(),
              now()));
    }
  }

  /** The position was seen: whatever spoke for its end does not count. */
  void seen(Ticket ticket, Line line) {
    endings.seen(ticket, line);
  }

  /**
   * Books the end of a position that a complete look did not hold: by its exit deal, or, where no
   * history will ever tell one, when a second look does not hold it either.
   */
  void settle(Versioned<Order> order, Line line, Look.Complete look) {
    Holding.of(order.value().state())
        .ifPresent(
            fill ->
                exit(order.value(), fill.ticket(), line, look)
                    .ifPresent(exit -> ended(order, exit, line)));
  }

  private Optional<Exit> exit(Order order, Ticket ticket, Line line, Look.Complete look) {
    ExitReason asked =
        order.state() instanceof OrderState.Closing closing ? closing.reason() : ExitReason.OUTSIDE;
    return endings.of(new Endings.Sought(ticket, order.createdAt(), asked), line, look);
  }

  /** Through the states in between, so that every one is told. */
  private void ended(Versioned<Order> order, Exit exit, Line line) {
    if (order.value().state() instanceof OrderState.Filled filled) {
      moves
          .apply(order, new OrderFact.StopMissing(filled.fill(), now()))
          .ifPresent(next -> ended(next, exit, line));
    } else if (order.value().state() instanceof OrderState.Unprotected) {
      moves
          .apply(order, new OrderFact.CloseAsked(exit.reason(), now()))
          .ifPresent(next -> ended(next, exit, line));
    } else {
      moves
          .apply(order, new OrderFact.Exited(exit))
          .flatMap(closed -> Holding.of(order.value().state()))
          .ifPresent(fill -> endings.forget(fill.ticket(), line));
    }
  }

  /** Of the lots that the position was last seen with: a part may have been closed outside. */
  private PositionClose request(Order order, Fill fill, Line line) {
    String id = parts.closeIds().next();
    Lots lots = line.position(fill.ticket()).map(Position::lots).orElse(fill.lots());
    return new PositionClose(
        id, fill.ticket(), order.terms().symbol(), order.terms().direction(), lots, order.magic());
  }

  private Instant now() {
    return parts.ports().time().instant();
  }

  private static boolean passing(Answer.No no) {
    return Retcode.find(no.code()).map(PASSING::contains).orElse(false);
  }
}
