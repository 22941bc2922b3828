package io.bitten.core.account;

import io.bitten.core.market.Direction;
import io.bitten.core.market.Level;
import io.bitten.core.market.Lots;
import io.bitten.core.market.Price;
import io.bitten.core.market.Symbol;
import java.time.Instant;

/**
 * An open position as the broker shows it.
 *
 * @param profit floating profit in account currency, without swap and commission
 */
public record Position(
    Ticket ticket,
    Symbol symbol,
    Direction direction,
    Lots lots,
    Price openPrice,
    Level stopLoss,
    Level takeProfit,
    Money profit,
    Money swap,
    Money commission,
    Magic magic,
    Instant openedAt) {

  /** Floating profit with swap and commission. */
  public Money net() {
    return profit.plus(swap).plus(commission);
  }
}
