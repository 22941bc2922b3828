package io.bitten.core.market;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/**
 * What a pair could be sold (bid) and bought (ask) for at one moment; the bid is never above the
 * ask.
 */
public record Quote(Symbol symbol, Price bid, Price ask, Instant at) {
  public Quote {
    if (ask.below(bid)) {
      throw new IllegalArgumentException("ask " + ask + " is below bid " + bid + " for " + symbol);
    }
  }

  /** The price an entry in this direction pays. */
  public Price entry(Direction direction) {
    return switch (direction) {
      case BUY -> ask;
      case SELL -> bid;
    };
  }

  /** The price an exit from a position of this direction gets. */
  public Price exit(Direction direction) {
    return entry(direction.opposite());
  }

  public BigDecimal spread() {
    return ask.value().subtract(bid.value());
  }

  public Duration age(Instant now) {
    return Duration.between(at, now);
  }
}
