package io.bitten.core.risk;

import io.bitten.core.account.Money;
import io.bitten.core.market.Direction;
import io.bitten.core.market.Lots;
import io.bitten.core.market.Symbol;
import io.bitten.core.order.OrderId;
import java.time.Instant;

/**
 * Risk held by an order that is open, on its way or unknown, or by an orphan.
 *
 * @param order the order's id, or the orphan's own
 */
public record Reservation(
    OrderId order, Symbol symbol, Direction direction, Lots lots, Money risk, Instant at) {

  Reservation resized(Lots now, Money loss) {
    return new Reservation(order, symbol, direction, now, loss, at);
  }
}
