package io.bitten.relay;

import io.bitten.core.market.Price;
import io.bitten.core.market.Quote;
import io.bitten.core.market.SymbolSpec;
import io.bitten.core.order.Terms;
import io.bitten.core.relay.Look;
import java.math.BigDecimal;

/** How far the price may have gone from what the trader saw. */
final class Collar {
  private Collar() {}

  /**
   * Whether an entry at the look's price stays within the agreed deviation; without a quote or the
   * symbol's specification it cannot be known, and so does not hold.
   */
  static boolean holds(Terms terms, Look look) {
    if (!(look instanceof Look.Complete complete)) {
      return false;
    }
    Quote quote = complete.snapshot().quotes().get(terms.symbol());
    SymbolSpec spec = complete.snapshot().specs().get(terms.symbol());
    if (quote == null || spec == null) {
      return false;
    }
    BigDecimal allowed = spec.point().multiply(BigDecimal.valueOf(terms.deviationPoints()));
    Price now =
        switch (terms.direction()) {
          case BUY -> quote.ask();
          case SELL -> quote.bid();
        };
    return now.distanceTo(terms.shownPrice()).compareTo(allowed) <= 0;
  }
}
