package io.bitten.core.signal;

import io.bitten.core.market.Symbol;
import io.bitten.core.market.Timeframe;
import java.time.Instant;

/** What can become at most one signal: one closed candle of one pair. */
public record SetupKey(Symbol symbol, Timeframe timeframe, Instant candle) {
  public String text() {
    return symbol + "_" + timeframe + "_" + candle;
  }
}
