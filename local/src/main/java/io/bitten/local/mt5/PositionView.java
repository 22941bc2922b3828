package io.bitten.local.mt5;

import io.bitten.core.market.Direction;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * An open position as the terminal shows it.
 *
 * @param symbol the terminal's own name
 * @param stopLoss 0 when there is none
 * @param takeProfit 0 when there is none
 * @param profit floating, in account currency, without swap and commission
 */
public record PositionView(
    long ticket,
    String symbol,
    Direction direction,
    BigDecimal lots,
    BigDecimal openPrice,
    BigDecimal stopLoss,
    BigDecimal takeProfit,
    BigDecimal profit,
    BigDecimal swap,
    BigDecimal commission,
    long magic,
    String comment,
    Instant openedAt) {}
