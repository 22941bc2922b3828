package io.bitten.core.signal;

import io.bitten.core.market.Candle;
import java.util.List;

/** Technical indicators over closed candles. */
public interface Indicators {
  /**
   * One reading a candle, in the same order. The reading of a candle depends on it and on earlier
   * ones only.
   */
  List<Reading> read(List<Candle> candles);
}
