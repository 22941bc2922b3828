package io.bitten.local.sim;

import io.bitten.core.account.Money;
import io.bitten.core.account.Ticket;
import io.bitten.core.fire.CloseDesk;
import io.bitten.core.market.Level;
import io.bitten.core.market.Lots;
import io.bitten.core.market.Price;
import io.bitten.core.order.Exit;
import io.bitten.core.order.ExitReason;
import io.bitten.core.order.Fill;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderFact;
import io.bitten.core.order.OrderId;
import io.bitten.core.order.OrphanFact;
import io.bitten.core.order.OrphanSource;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.Consumer;

/** What becomes of the chat's positions at the broker, from their fill to their end. */
final class ChatPositions {
  private static final int LOT_DIGITS = 2;
  private static final int MOST_CENTS = 9_000;
  private static final long AGAIN_MS = 1_000;

  private final Timeline time;
  private final Faults faults;
  private final ChatMoves moves;
  private long tickets = 1_000;

  ChatPositions(ChatScene scene, ChatMoves moves) {
    this.time = scene.time();
    this.faults = scene.faults();
    this.moves = moves;
  }

  /** What the broker made of the order: all of it or a part. */
  Fill fill(Order order) {
    Lots lots = order.terms().lots();
    return new Fill(
        new Ticket(++tickets),
        order.terms().shownPrice(),
        faults.often(Fault.PARTIAL_FILL) ? half(lots) : lots,
        Level.at(order.terms().stopLoss()),
        moves.now());
  }

  private static Lots half(Lots lots) {
    return new Lots(lots.value().divide(BigDecimal.TWO, LOT_DIGITS, RoundingMode.UP));
  }

  /** It is looked at, and some time it ends. */
  void opened(OrderId id) {
    time.moment(faults.between(20, 300), () -> read(id));
    if (faults.often(Fault.CLOSED_IN_PART)) {
      time.moment(faults.between(1_000, 8_000), () -> changes(id));
    }
    if (faults.often(Fault.STOP_REMOVED)) {
      time.moment(faults.between(1_000, 8_000), () -> unstopped(id));
    }
    time.moment(faults.between(3_000, 20_000), () -> ends(id, ExitReason.STOP_LOSS));
  }

  private void read(OrderId id) {
    if (faults.often(Fault.STOP_DROPPED)) {
      unstopped(id);
    } else {
      of(id, fill -> moves.move(id, new OrderFact.StopSeen(fill, moves.now())));
    }
  }

  /** It has no stop; it gets one, or is closed for it. */
  private void unstopped(OrderId id) {
    of(
        id,
        fill -> {
          Fill naked =
              new Fill(fill.ticket(), fill.price(), fill.lots(), Level.absent(), fill.at());
          if (moves.move(id, new OrderFact.StopMissing(naked, moves.now()))) {
            boolean refused = faults.often(Fault.STOP_REFUSED);
            time.moment(faults.between(50, 6_000), () -> stopped(id, fill, refused));
          }
        });
  }

  private void stopped(OrderId id, Fill fill, boolean refused) {
    if (refused) {
      close(id, ExitReason.NO_STOP);
    } else {
      moves.move(id, new OrderFact.StopSeen(fill, moves.now()));
    }
  }

  /** A part of it is closed by hand. */
  private void changes(OrderId id) {
    of(
        id,
        fill -> {
          Fill rest =
              new Fill(fill.ticket(), fill.price(), half(fill.lots()), fill.stopLoss(), fill.at());
          moves.move(id, new OrderFact.PositionChanged(rest, moves.now()));
        });
  }

  void close(OrderId id, ExitReason reason) {
    if (!moves.move(id, new OrderFact.CloseAsked(reason, moves.now()))) {
      return;
    }
    long soon = faults.between(20, 900);
    if (reason == ExitReason.TRADER && faults.often(Fault.CLOSE_REFUSED)) {
      time.moment(
          soon,
          () -> of(id, fill -> moves.move(id, new OrderFact.CloseRefused(fill, moves.now()))));
    } else {
      time.moment(soon, () -> ends(id, reason));
    }
  }

  /** Again where it has just lost its stop: such a position is not seen to end. */
  private void ends(OrderId id, ExitReason reason) {
    Order order = moves.order(id);
    boolean gone = moves.move(id, new OrderFact.Exited(exit(order.terms().stopLoss(), reason)));
    if (!gone && !moves.order(id).state().terminal()) {
      time.moment(AGAIN_MS, () -> ends(id, reason));
    }
  }

  private Exit exit(Price price, ExitReason reason) {
    BigDecimal cents = BigDecimal.valueOf(faults.between(-MOST_CENTS, MOST_CENTS), LOT_DIGITS);
    return faults.percent(20)
        ? new Exit.Unbooked(Level.absent(), reason, moves.now())
        : new Exit.Booked(price, new Money(cents, Broker.USD), reason, moves.now());
  }

  /** It has ended, and the broker carries it out all the same. */
  void late(OrderId id) {
    if (!faults.mostly(Fault.EXECUTED_LATE)) {
      return;
    }
    Order order = moves.order(id);
    Fill fill = fill(order);
    time.moment(faults.between(500, 9_000), () -> found(order, fill));
    if (faults.percent(50)) {
      Fill moved =
          new Fill(fill.ticket(), fill.price(), half(fill.lots()), fill.stopLoss(), fill.at());
      time.moment(faults.between(9_001, 12_000), () -> found(order, moved));
    }
    time.moment(
        faults.between(12_001, 20_000),
        () ->
            moves.orphan(
                order.account(),
                fill.ticket(),
                new OrphanFact.Gone(exit(fill.price(), ExitReason.OUTSIDE))));
  }

  private void found(Order order, Fill fill) {
    Order ended = moves.order(order.id());
    moves.orphan(
        order.account(),
        fill.ticket(),
        new OrphanFact.Found(
            new OrphanSource.OfOrder(ended.id(), ended.number(), ended.state().label()),
            order.terms().symbol(),
            order.terms().direction(),
            fill));
  }

  private void of(OrderId id, Consumer<Fill> step) {
    CloseDesk.fill(moves.order(id)).ifPresent(step);
  }
}
