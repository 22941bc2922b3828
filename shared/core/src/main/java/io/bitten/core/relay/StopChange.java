package io.bitten.core.relay;

import io.bitten.core.account.Magic;
import io.bitten.core.account.Ticket;
import io.bitten.core.market.Price;
import io.bitten.core.market.Symbol;

/** New stop loss and take profit for one position. Asking twice is harmless. */
public record StopChange(
    String id, Ticket ticket, Symbol symbol, Price stopLoss, Price takeProfit, Magic magic) {}
