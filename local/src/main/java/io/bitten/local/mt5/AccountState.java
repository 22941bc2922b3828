package io.bitten.local.mt5;

import io.bitten.core.market.Currency;
import java.math.BigDecimal;

/** An account's money at one moment, in its currency. */
public record AccountState(
    long login,
    Currency currency,
    BigDecimal balance,
    BigDecimal equity,
    BigDecimal margin,
    BigDecimal freeMargin,
    int leverage) {}
