package io.bitten.relay;

import io.bitten.core.account.Position;
import io.bitten.core.market.Price;
import io.bitten.core.market.Quote;
import io.bitten.core.market.Symbol;
import io.bitten.core.market.SymbolSpec;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;

/** The stop of a position that nobody agreed one for: a hundredth of its price away. */
final class EmergencyStop {
  private static final BigDecimal ONE_PERCENT = new BigDecimal("0.01");

  /** Digits that every terminal takes of a price below ten, and of one above. */
  private static final int SMALL_DIGITS = 4;

  private static final int LARGE_DIGITS = 2;

  private EmergencyStop() {}

  /** From its opening price, or from the price now where that is worse already. */
  static Price of(Position position, Map<Symbol, Quote> quotes, Map<Symbol, SymbolSpec> specs) {
    Price open = position.openPrice();
    Price now =
        Optional.ofNullable(quotes.get(position.symbol()))
            .map(quote -> quote.exit(position.direction()))
            .orElse(open);
    int digits =
        Optional.ofNullable(specs.get(position.symbol()))
            .map(SymbolSpec::digits)
            .orElseGet(() -> digits(open.value()));
    return switch (position.direction()) {
      case BUY -> {
        BigDecimal from = (open.below(now) ? open : now).value();
        BigDecimal stop = from.multiply(BigDecimal.ONE.subtract(ONE_PERCENT));
        yield new Price(stop.setScale(digits, RoundingMode.FLOOR));
      }
      case SELL -> {
        BigDecimal from = (open.above(now) ? open : now).value();
        BigDecimal stop = from.multiply(BigDecimal.ONE.add(ONE_PERCENT));
        yield new Price(stop.setScale(digits, RoundingMode.CEILING));
      }
    };
  }

  /** As it is written, which may leave out zeros: so many at least as every terminal takes. */
  private static int digits(BigDecimal price) {
    int least = price.compareTo(BigDecimal.TEN) < 0 ? SMALL_DIGITS : LARGE_DIGITS;
    return Math.max(price.scale(), least);
  }
}
