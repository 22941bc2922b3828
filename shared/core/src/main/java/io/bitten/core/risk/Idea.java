package io.bitten.core.risk;

import io.bitten.core.market.Direction;
import io.bitten.core.market.Level;
import io.bitten.core.market.Symbol;
import io.bitten.core.order.Origin;

/** A trade somebody wants to open, before it is sized. */
public record Idea(
    Origin origin,
    Symbol symbol,
    Direction direction,
    Level stopLoss,
    Level takeProfit,
    Ask ask,
    Grade grade) {}
