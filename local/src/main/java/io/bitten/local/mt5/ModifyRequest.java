package io.bitten.local.mt5;

import java.math.BigDecimal;

/** New stops of a position; 0 takes one away. */
public record ModifyRequest(long ticket, BigDecimal stopLoss, BigDecimal takeProfit) {}
