package io.bitten.adapters.ta4j;

import io.bitten.core.market.Candle;
import io.bitten.core.market.Symbol;
import io.bitten.core.market.Timeframe;
import io.bitten.core.signal.Indicators;
import io.bitten.core.signal.Reading;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * EMA 20/50/200, ATR 14, ADX 14, RSI 14 and MACD 12/26/9 on middle prices. A series that only grew
 * since the last reading is continued, with the same values as read anew. A value of an indicator
 * that has not seen as many candles as it needs is NaN.
 */
public final class Ta4jIndicators implements Indicators {
  private static final int MOST_SERIES = 32;

  private final Map<Key, ReadSeries> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, ReadSeries> eldest) {
          return size() > MOST_SERIES;
        }
      };

  private record Key(Symbol symbol, Timeframe timeframe) {}

  /** One pair and timeframe, oldest first. */
  @Override
  public synchronized List<Reading> read(List<Candle> candles) {
    if (candles.isEmpty()) {
      return List.of();
    }
    Key key = new Key(candles.getFirst().symbol(), candles.getFirst().timeframe());
    ReadSeries series =
        known.compute(
            key, (its, kept) -> kept != null && kept.begins(candles) ? kept : new ReadSeries());
    for (Candle candle : candles.subList(series.size(), candles.size())) {
      series.append(candle);
    }
    return series.readings();
  }
}
