package io.bitten.local.sim;

import io.bitten.core.account.Position;
import io.bitten.core.account.Ticket;
import io.bitten.core.market.Level;
import io.bitten.core.market.Lots;
import io.bitten.core.market.Price;
import io.bitten.core.order.ExitReason;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;

/** People at a terminal, and the broker's own: what they do to a position in one second. */
final class Hands {
  private static final Lots LEAST = Lots.of("0.01");
  private static final long FARTHER_POINTS = 500;

  private final Broker broker;
  private final Prices prices;
  private final Faults faults;
  private final Set<Ticket> seen = new HashSet<>();

  Hands(Broker broker, Prices prices, Faults faults) {
    this.broker = broker;
    this.prices = prices;
    this.faults = faults;
  }

  /** Somebody of ours was shown the position. */
  void seen(Ticket ticket) {
    seen.add(ticket);
  }

  void on(Position position, boolean mayEnd, boolean mayBeAnnulled) {
    Ticket ticket = position.ticket();
    Price now = prices.exit(position.symbol(), position.direction());
    if (prices.open() && mayEnd && closes(ticket)) {
      broker.end(ticket, now, ExitReason.OUTSIDE);
    } else if (prices.open() && divisible(position) && faults.hit(Fault.CLOSED_IN_PART)) {
      broker.endPart(ticket, part(position), now);
    } else if (mayBeAnnulled && faults.seldom(Fault.ANNULLED)) {
      Annulment.of(position, broker);
    } else if (faults.seldom(Fault.STOP_REMOVED)) {
      broker.change(ticket, Level.absent(), position.takeProfit());
    } else if (faults.seldom(Fault.STOP_MOVED)) {
      broker.change(ticket, farther(position), position.takeProfit());
    }
  }

  /** Mostly what nobody has looked at yet: that is the hard case. */
  private boolean closes(Ticket ticket) {
    return seen.contains(ticket)
        ? faults.seldom(Fault.CLOSED_BY_HAND)
        : faults.often(Fault.CLOSED_BY_HAND);
  }

  private static boolean divisible(Position position) {
    return position.lots().compareTo(LEAST) > 0;
  }

  private Lots part(Position position) {
    int hundredths = position.lots().value().movePointRight(2).intValueExact();
    return new Lots(BigDecimal.valueOf(1 + faults.below(hundredths - 1), 2));
  }

  private Level farther(Position position) {
    long points = -faults.between(10, FARTHER_POINTS);
    return switch (position.stopLoss()) {
      case Level.Absent none -> none;
      case Level.At(var stop) ->
          Level.at(Prices.beyond(position.symbol(), position.direction(), stop, points));
    };
  }
}
