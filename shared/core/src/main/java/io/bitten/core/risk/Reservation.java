package io.bitten.core.risk;

import io.bitten.core.account.Money;
import io.bitten.core.market.Direction;
import io.bitten.core.market.Lots;
import io.bitten.core.market.Symbol;
import io.bitten.core.order.OrderId;
import io.bitten.core.order.Origin;
import java.time.Instant;

/**
 * Risk held by an order that is open, on its way or unknown, or by an orphan.
 *
 * @param order the order's id, or the orphan's own
 * @param origin the trader's own where no signal is known: of an orphan, and of what was stored
 *     without one
 */
public record Reservation(
    OrderId order,
    Origin origin,
    Symbol symbol,
    Direction direction,
    Lots lots,
    Money risk,
    Instant at) {

  Reservation resized(Lots now, Money loss) {
    return new Reservation(order, origin, symbol, direction, now, loss, at);
  }
}
