package io.bitten.core.market;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The price source that signals are made from. */
public interface Market {

  /**
   * Candles that had closed at {@code until}, oldest first, at most {@code count}, never one that
   * closes later.
   *
   * @throws RuntimeException when the source does not answer; an empty list means it has none
   */
  List<Candle> closed(Symbol symbol, Timeframe timeframe, Instant until, int count);

  /** The latest quote with its own time, or empty when the source has none. */
  Optional<Quote> quote(Symbol symbol);
}
