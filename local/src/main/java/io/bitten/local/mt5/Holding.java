package io.bitten.local.mt5;

import io.bitten.core.market.Direction;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * One position at one moment of its life, as it is kept. Prices are in points of the symbol.
 *
 * @param symbol the terminal's own name
 * @param lots zero when the position is closed
 * @param stopLoss 0 when there is none, as in MetaTrader
 * @param takeProfit 0 when there is none
 * @param commission paid for the entry, negative, account currency
 * @param changedAt when this state of it began
 */
record Holding(
    long ticket,
    String symbol,
    Direction direction,
    BigDecimal lots,
    long openPrice,
    long stopLoss,
    long takeProfit,
    BigDecimal commission,
    long magic,
    String comment,
    Instant openedAt,
    Instant changedAt) {

  boolean isOpen() {
    return lots.signum() > 0;
  }

  boolean naked() {
    return stopLoss == 0;
  }

  Holding withStops(long newStopLoss, long newTakeProfit, Instant at) {
    return new Holding(
        ticket,
        symbol,
        direction,
        lots,
        openPrice,
        newStopLoss,
        newTakeProfit,
        commission,
        magic,
        comment,
        openedAt,
        at);
  }

  Holding withLots(BigDecimal left, BigDecimal commissionLeft, Instant at) {
    return new Holding(
        ticket,
        symbol,
        direction,
        left,
        openPrice,
        stopLoss,
        takeProfit,
        commissionLeft,
        magic,
        comment,
        openedAt,
        at);
  }
}
