package io.bitten.local.sim;

import io.bitten.core.account.Magic;
import io.bitten.core.market.Lots;
import io.bitten.core.market.Symbol;
import io.bitten.core.order.RelayCommand;
import io.bitten.core.order.Terms;

/** A command to open that says something else than its order, in one of all the ways there are. */
enum WrongCommand {
  MAGIC,
  SYMBOL,
  DIRECTION,
  LOTS,
  PRICE,
  STOP,
  TARGET,
  RISK,
  DEVIATION;

  private static final long ANOTHERS = 1_000_000;
  private static final Symbol OTHER = new Symbol("AUDNZD");

  RelayCommand.Open of(RelayCommand.Open open) {
    Magic magic = this == MAGIC ? new Magic(open.magic().value() + ANOTHERS) : open.magic();
    return new RelayCommand.Open(open.header(), open.order(), magic, terms(open.terms()));
  }

  private Terms terms(Terms agreed) {
    return new Terms(
        this == SYMBOL ? OTHER : agreed.symbol(),
        this == DIRECTION ? agreed.direction().opposite() : agreed.direction(),
        this == LOTS ? new Lots(agreed.lots().value().movePointRight(1)) : agreed.lots(),
        this == PRICE ? agreed.takeProfit() : agreed.shownPrice(),
        this == STOP ? agreed.takeProfit() : agreed.stopLoss(),
        this == TARGET ? agreed.stopLoss() : agreed.takeProfit(),
        this == RISK ? agreed.risk().plus(agreed.risk()) : agreed.risk(),
        this == DEVIATION ? agreed.deviationPoints() + 1 : agreed.deviationPoints());
  }
}
