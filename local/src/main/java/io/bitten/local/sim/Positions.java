package io.bitten.local.sim;

import io.bitten.core.account.Money;
import io.bitten.core.account.Position;
import io.bitten.core.market.Level;
import io.bitten.core.market.Lots;
import io.bitten.core.market.Price;

/** What becomes of a position while it lives. */
final class Positions {
  private static final Money NOTHING = Money.zero(Broker.USD);

  private Positions() {}

  /** Whether a price is at its stop or past it. */
  static boolean stopped(Position one, Price now) {
    return one.stopLoss() instanceof Level.At(var stop)
        && switch (one.direction()) {
          case BUY -> !now.above(stop);
          case SELL -> !now.below(stop);
        };
  }

  /** Whether a price is at its target or past it. */
  static boolean won(Position one, Price now) {
    return one.takeProfit() instanceof Level.At(var target)
        && switch (one.direction()) {
          case BUY -> !now.below(target);
          case SELL -> !now.above(target);
        };
  }

  static Position with(Position one, Level stop, Level target) {
    return new Position(
        one.ticket(),
        one.symbol(),
        one.direction(),
        one.lots(),
        one.openPrice(),
        stop,
        target,
        one.profit(),
        one.swap(),
        one.commission(),
        one.magic(),
        one.openedAt());
  }

  /** The same with other lots. */
  static Position of(Position one, Lots lots) {
    return new Position(
        one.ticket(),
        one.symbol(),
        one.direction(),
        lots,
        one.openPrice(),
        one.stopLoss(),
        one.takeProfit(),
        one.profit(),
        one.swap(),
        one.commission(),
        one.magic(),
        one.openedAt());
  }

  /** What is left of its lots without a part that is not all of them. */
  static Lots without(Position one, Lots part) {
    return new Lots(one.lots().value().subtract(part.value()));
  }

  static Position valued(Position one, Price now) {
    return new Position(
        one.ticket(),
        one.symbol(),
        one.direction(),
        one.lots(),
        one.openPrice(),
        one.stopLoss(),
        one.takeProfit(),
        new Money(Prices.worth(one, now), Broker.USD),
        NOTHING,
        NOTHING,
        one.magic(),
        one.openedAt());
  }
}
