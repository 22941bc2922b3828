package io.bitten.functions;

import io.bitten.core.market.Candle;
import io.bitten.core.market.Market;
import io.bitten.core.market.Quote;
import io.bitten.core.market.Symbol;
import io.bitten.core.market.Timeframe;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A market whose key is read at the first question. */
record LateMarket(Supplier<Market> market) implements Market {
  @Override
  public List<Candle> closed(Symbol symbol, Timeframe timeframe, Instant until, int count) {
    return market.get().closed(symbol, timeframe, until, count);
  }

  @Override
  public Optional<Quote> quote(Symbol symbol) {
    return market.get().quote(symbol);
  }
}
