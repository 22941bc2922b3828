package io.bitten.core.news;

import io.bitten.core.market.Currency;
import java.time.Instant;

/** One entry of an economic calendar. Figures are the provider's own text, empty when not given. */
public record NewsEvent(
    String title,
    Currency currency,
    Impact impact,
    Instant at,
    String forecast,
    String previous,
    String actual) {}
