package io.bitten.adapters.ta4j;

import io.bitten.core.market.Candle;
import io.bitten.core.market.Price;
import io.bitten.core.signal.Reading;
import java.util.ArrayList;
import java.util.List;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.Indicator;
import org.ta4j.core.indicators.ATRIndicator;
import org.ta4j.core.indicators.MACDIndicator;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.adx.ADXIndicator;
import org.ta4j.core.indicators.averages.EMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.num.Num;

/** The candles of one pair that were read so far, and their readings. Only grows. */
final class ReadSeries {
  private static final int EMA_FAST = 20;
  private static final int EMA_SLOW = 50;
  private static final int EMA_TREND = 200;
  private static final int ATR = 14;
  private static final int ADX = 14;
  private static final int RSI = 14;
  private static final int MACD_SIGNAL = 9;

  private final List<Candle> candles = new ArrayList<>();
  private final ReadingLog readings = new ReadingLog();
  private final BarSeries series =
      new BaseBarSeriesBuilder().withNumFactory(DoubleNumFactory.getInstance()).build();
  private final Indicator<Num> close = new ClosePriceIndicator(series);
  private final Indicator<Num> emaFast = new EMAIndicator(close, EMA_FAST);
  private final Indicator<Num> emaSlow = new EMAIndicator(close, EMA_SLOW);
  private final Indicator<Num> emaTrend = new EMAIndicator(close, EMA_TREND);
  private final Indicator<Num> atr = new ATRIndicator(series, ATR);
  private final Indicator<Num> adx = new ADXIndicator(series, ADX);
  private final Indicator<Num> rsi = new RSIIndicator(close, RSI);
  private final Indicator<Num> histogram = new MACDIndicator(close).getHistogram(MACD_SIGNAL);

  /** Whether the other candles begin with all that were read here. */
  boolean begins(List<Candle> others) {
    if (candles.size() > others.size()) {
      return false;
    }
    for (int i = candles.size() - 1; i >= 0; i--) {
      if (!candles.get(i).equals(others.get(i))) {
        return false;
      }
    }
    return true;
  }

  void append(Candle candle) {
    series
        .barBuilder()
        .timePeriod(candle.timeframe().length())
        .endTime(candle.closeTime())
        .openPrice(middle(candle.bid().open(), candle.ask().open()))
        .highPrice(middle(candle.bid().high(), candle.ask().high()))
        .lowPrice(middle(candle.bid().low(), candle.ask().low()))
        .closePrice(middle(candle.bid().close(), candle.ask().close()))
        .volume(0)
        .add();
    int index = series.getEndIndex();
    candles.add(candle);
    readings.add(
        new Reading(
            at(close, index),
            at(emaFast, index),
            at(emaSlow, index),
            at(emaTrend, index),
            at(atr, index),
            at(adx, index),
            at(rsi, index),
            at(histogram, index)));
  }

  int size() {
    return candles.size();
  }

  List<Reading> readings() {
    return readings.soFar();
  }

  private static double at(Indicator<Num> indicator, int index) {
    return index < indicator.getCountOfUnstableBars()
        ? Double.NaN
        : indicator.getValue(index).doubleValue();
  }

  private static double middle(Price bid, Price ask) {
    return (bid.value().doubleValue() + ask.value().doubleValue()) / 2;
  }
}
