package io.bitten.core.signal;

import io.bitten.core.market.Candle;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The same indicators by their textbook definitions, written independently of any library: Wilder's
 * smoothing for ATR, ADX and RSI, exponential means that start at the first value.
 */
public final class PlainIndicators implements Indicators {

  @Override
  public List<Reading> read(List<Candle> candles) {
    State state = new State();
    List<Reading> readings = new ArrayList<>(candles.size());
    candles.forEach(candle -> readings.add(state.next(candle)));
    return readings;
  }

  private static final class State {
    private final Mean fast = Mean.exponential(20);
    private final Mean slow = Mean.exponential(50);
    private final Mean trend = Mean.exponential(200);
    private final Mean shorter = Mean.exponential(12);
    private final Mean longer = Mean.exponential(26);
    private final Mean signal = Mean.exponential(9);
    private final Mean range = Mean.wilder(14);
    private final Mean gain = Mean.wilder(14);
    private final Mean loss = Mean.wilder(14);
    private final Mean plus = Mean.wilder(14);
    private final Mean minus = Mean.wilder(14);
    private final Mean index = Mean.wilder(14);
    private double[] last = {Double.NaN, Double.NaN, Double.NaN};

    Reading next(Candle candle) {
      double high = middle(candle.bid().high().value(), candle.ask().high().value());
      double low = middle(candle.bid().low().value(), candle.ask().low().value());
      double close = middle(candle.bid().close().value(), candle.ask().close().value());
      boolean first = Double.isNaN(last[2]);
      double up = first ? 0 : high - last[0];
      double down = first ? 0 : last[1] - low;
      double move = first ? 0 : close - last[2];
      double reach = first ? high - low : Math.max(high, last[2]) - Math.min(low, last[2]);
      double atr = range.next(reach);
      double rise = plus.next(up > down && up > 0 ? up : 0);
      double fall = minus.next(down > up && down > 0 ? down : 0);
      double adx = index.next(rise + fall == 0 ? 0 : 100 * Math.abs(rise - fall) / (rise + fall));
      double gained = gain.next(Math.max(0, move));
      double lost = loss.next(Math.max(0, -move));
      double macd = shorter.next(close) - longer.next(close);
      last = new double[] {high, low, close};
      return new Reading(
          close,
          fast.next(close),
          slow.next(close),
          trend.next(close),
          atr,
          adx,
          gained + lost == 0 ? 50 : 100 * gained / (gained + lost),
          macd - signal.next(macd));
    }

    private static double middle(BigDecimal bid, BigDecimal ask) {
      return (bid.doubleValue() + ask.doubleValue()) / 2;
    }
  }

  private static final class Mean {
    private final double weight;
    private double value = Double.NaN;

    private Mean(double weight) {
      this.weight = weight;
    }

    static Mean exponential(int length) {
      return new Mean(2.0 / (length + 1));
    }

    static Mean wilder(int length) {
      return new Mean(1.0 / length);
    }

    double next(double sample) {
      value = Double.isNaN(value) ? sample : value + weight * (sample - value);
      return value;
    }
  }
}
