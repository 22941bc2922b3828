package io.bitten.core.signal;

import io.bitten.core.market.Quote;
import io.bitten.core.news.Outlook;

/** What stands beside the candles when a setup is scored: the price to enter at and the news. */
public record Moment(Quote quote, Outlook outlook) {}
