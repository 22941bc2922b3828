package io.bitten.core.signal;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The regime source: how much the market trends (ADX) and how unusual its volatility is (the rank
 * of ATR among the last 250 candles). A directionless, dead or wild market lowers a setup.
 */
final class Regime {
  private static final int VOLATILITY_CANDLES = 250;
  private static final double ADX_NONE = 10;
  private static final double ADX_FULL = 35;

  private final RankWindow volatility = new RankWindow(VOLATILITY_CANDLES);

  /** What the regime says of a setup, and the factor it puts on it. */
  record Mood(double weight, int adx, int percentile) {
    Verdict verdict() {
      String trend = adx >= 25 ? "Trending" : adx >= 18 ? "Weakly trending" : "Directionless";
      return new Verdict(
          "regime",
          BigDecimal.valueOf(weight).setScale(3, RoundingMode.HALF_UP),
          "%s market (ADX %d), volatility at the %d %% mark of the last %d candles."
              .formatted(trend, adx, percentile, VOLATILITY_CANDLES));
    }
  }

  /** Takes in a candle's reading and weighs it against the candles before. */
  Mood take(Reading reading) {
    int percentile = volatility.percentWeaker(reading.atr());
    if (reading.atr() > 0) {
      volatility.add(reading.atr());
    }
    double trending = clamp((reading.adx() - ADX_NONE) / (ADX_FULL - ADX_NONE));
    double unusual = clamp((Math.abs(percentile / 100.0 - 0.5) - 0.3) / 0.2);
    double weight = (0.6 + 0.4 * trending) * (1 - 0.4 * unusual);
    return new Mood(weight, (int) Math.round(reading.adx()), percentile);
  }

  private static double clamp(double value) {
    return Math.max(0, Math.min(1, value));
  }
}
