package io.bitten.core.market;

import java.time.Instant;

/** One closed period of one pair, bid and ask side. */
public record Candle(Symbol symbol, Timeframe timeframe, Instant openTime, Bar bid, Bar ask) {

  /** The first moment at which this candle may be known. */
  public Instant closeTime() {
    return openTime.plus(timeframe.length());
  }
}
