package io.bitten.core.memory;

import io.bitten.core.market.Candle;
import io.bitten.core.market.Market;
import io.bitten.core.market.Quote;
import io.bitten.core.market.Symbol;
import io.bitten.core.market.Timeframe;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The candles and quotes somebody put here. */
public final class MemoryMarket implements Market {
  private final Map<Symbol, Quote> quotes = new HashMap<>();
  private List<Candle> candles = List.of();

  /** Replaces all candles, of whatever pairs and lengths. */
  public synchronized void show(List<Candle> all) {
    candles = all.stream().sorted(Comparator.comparing(Candle::openTime)).toList();
  }

  /** Replaces the pair's quote. */
  public synchronized void show(Quote quote) {
    quotes.put(quote.symbol(), quote);
  }

  @Override
  public synchronized List<Candle> closed(
      Symbol symbol, Timeframe timeframe, Instant until, int count) {
    List<Candle> known =
        candles.stream()
            .filter(c -> c.symbol().equals(symbol) && c.timeframe() == timeframe)
            .filter(c -> !c.closeTime().isAfter(until))
            .toList();
    return known.subList(Math.max(0, known.size() - count), known.size());
  }

  @Override
  public synchronized Optional<Quote> quote(Symbol symbol) {
    return Optional.ofNullable(quotes.get(symbol));
  }
}
