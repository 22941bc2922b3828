package io.bitten.core.order;

import io.bitten.core.account.Money;
import io.bitten.core.market.Direction;
import io.bitten.core.market.Lots;
import io.bitten.core.market.Price;
import io.bitten.core.market.Symbol;

/**
 * What the trader agreed to.
 *
 * @param shownPrice the entry the card showed
 * @param risk money lost when the stop is hit, in account currency
 * @param deviationPoints how far the fill may be from the shown price, in points
 */
public record Terms(
    Symbol symbol,
    Direction direction,
    Lots lots,
    Price shownPrice,
    Price stopLoss,
    Price takeProfit,
    Money risk,
    int deviationPoints) {}
