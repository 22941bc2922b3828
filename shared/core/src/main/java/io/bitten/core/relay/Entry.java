package io.bitten.core.relay;

import io.bitten.core.account.Magic;
import io.bitten.core.market.Direction;
import io.bitten.core.market.Lots;
import io.bitten.core.market.Price;
import io.bitten.core.market.Symbol;
import io.bitten.core.order.OrderId;
import java.time.Instant;

/**
 * One market entry to send.
 *
 * @param id goes into the terminal's comment
 * @param attempt 1 or 2
 * @param deviationPoints how far the fill may be from the shown price, in points
 * @param deadline after this the last hop must refuse it
 * @param epoch the lease epoch of the relay that sends it; a last hop that has seen a newer one
 *     must refuse it
 * @param haltEpoch the sum of the halt epochs the order's decision saw, which only grows; a last
 *     hop that has seen a newer one must refuse it
 */
public record Entry(
    OrderId id,
    int attempt,
    Magic magic,
    Symbol symbol,
    Direction direction,
    Lots lots,
    Price stopLoss,
    Price takeProfit,
    int deviationPoints,
    Instant deadline,
    long epoch,
    long haltEpoch) {}
