package io.bitten.relay;

import io.bitten.core.account.Position;
import io.bitten.core.market.Price;
import io.bitten.core.market.Quote;
import io.bitten.core.market.Symbol;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;

/** The stop of a position that nobody agreed one for: a hundredth of its price away. */
final class EmergencyStop {
  private static final BigDecimal ONE_PERCENT = new BigDecimal("0.01");

  private EmergencyStop() {}

  /** From its opening price, or from the price now where that is worse already. */
  static Price of(Position position, Map<Symbol, Quote> quotes) {
    Price open = position.openPrice();
    Price now =
        Optional.ofNullable(quotes.get(position.symbol()))
            .map(quote -> quote.exit(position.direction()))
            .orElse(open);
    return switch (position.direction()) {
      case BUY -> off(open.below(now) ? open : now, BigDecimal.ONE.subtract(ONE_PERCENT), open);
      case SELL -> off(open.above(now) ? open : now, BigDecimal.ONE.add(ONE_PERCENT), open);
    };
  }

  private static Price off(Price from, BigDecimal factor, Price scale) {
    return new Price(
        from.value().multiply(factor).setScale(scale.value().scale(), RoundingMode.HALF_UP));
  }
}
