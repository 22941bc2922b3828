package io.bitten.core.relay;

import io.bitten.core.account.Magic;
import io.bitten.core.account.Ticket;
import io.bitten.core.market.Level;
import io.bitten.core.market.Price;
import io.bitten.core.market.Symbol;
import java.math.BigDecimal;

/**
 * New stop loss and take profit for one position. Asking twice is harmless.
 *
 * @param takeProfit absent takes it away
 */
public record StopChange(
    String id, Ticket ticket, Symbol symbol, Price stopLoss, Level takeProfit, Magic magic) {

  /** The take profit as terminals write it: 0 for none. */
  public BigDecimal target() {
    return switch (takeProfit) {
      case Level.At at -> at.price().value();
      case Level.Absent none -> BigDecimal.ZERO;
    };
  }
}
